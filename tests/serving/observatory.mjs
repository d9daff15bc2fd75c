// Scans the site on localhost with the MDN HTTP Observatory's own code and writes what it says
// as JSON. A reverse proxy with TLS stands before the site, as in production.
// node observatory.mjs HTTP_PORT HTTPS_PORT CERTIFICATE.pem   (NODE_EXTRA_CA_CERTS: who signed)
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";

const scanner = new URL("../../.ci/node_modules/@mdn/mdn-http-observatory/", import.meta.url);
const [httpPort, httpsPort, certificate] = process.argv.slice(2);

// The scanner looks its host up in a list that installing would fetch from another host.
writeFileSync(new URL("conf/hsts-preload.json", scanner), "{}");
const { ALL_TESTS } = await import(new URL("src/constants.js", scanner));
const { retrieve } = await import(new URL("src/retriever/retriever.js", scanner));
const { getGradeForScore, getScoreDescription, getScoreModifier } = await import(
  new URL("src/grader/grader.js", scanner)
);

const pem = readFileSync(certificate);
const proxy = createServer({ key: pem, cert: pem }, (incoming, outgoing) => {
  const { method, url: path } = incoming;
  const headers = { ...incoming.headers, "x-forwarded-proto": "https" };
  const passedOn = request({ host: "127.0.0.1", port: httpPort, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(passedOn);
}).listen(httpsPort, "127.0.0.1");

const found = await retrieve("localhost", { httpPort, httpsPort });
const results = ALL_TESTS.map((test) => test(found));
const marks = results.map((one) => getScoreModifier(one.result));
const { grade, score } = getGradeForScore(marks.reduce((sum, mark) => sum + mark, 100));
process.stdout.write(
  JSON.stringify({
    grade,
    score,
    status: found.responses.auto?.status,
    verified: found.responses.auto?.verified,
    failed: results.filter((one) => !one.pass).map((one) => getScoreDescription(one.result)),
    results: results.map((one) => one.result),
  }),
);
proxy.closeAllConnections();
proxy.close();
