"""What officers write before and after it is public: drafts, versions, requests, links."""
