"""Cities for maps in tests: latitude and longitude in degrees, names as they are written."""

from cities.atlas.place import HOME_KIND, Place

WHERE = {
    "Oxford": (51.752, -1.258), "Leiden": (52.160, 4.497), "Bonn": (50.735, 7.099),
    "Grenoble": (45.188, 5.724), "Perm": (58.010, 56.229), "León": (12.434, -86.878),
    "Dortmund": (51.514, 7.465), "Amiens": (49.894, 2.295), "Leeds": (53.80, -1.549),
    "Rostov-on-Don": (47.222, 39.72), "Buffalo": (42.886, -78.878), "Netanya": (32.321, 34.853),
    "Novi Sad": (45.267, 19.833), "Trabzon": (41.002, 39.717), "Xi’an": (34.342, 108.94),
    "Zwickau": (50.71, 12.496), "Hannover": (52.375, 9.732), "Bristol": (51.454, -2.588),
    "Perpignan": (42.688, 2.894), "Rouen": (49.443, 1.099), "Blantyre": (-15.786, 35.006),
    "Poznań": (52.406, 16.925), "Hiroshima": (34.385, 132.455), "Leipzig": (51.340, 12.373),
    "Wellington": (-41.29, 174.78), "Suva": (-18.14, 178.44), "Apia": (-13.83, -171.77),
    "Honolulu": (21.31, -157.86), "Sapporo": (43.06, 141.35),
    "Edinburgh": (55.95, -3.19), "Dublin": (53.35, -6.26), "Paris": (48.86, 2.35),
    "Lille": (50.63, 3.06), "Brussels": (50.85, 4.35), "The Hague": (52.08, 4.31),
    "Hamburg": (53.55, 9.99), "Berlin": (52.52, 13.4), "Padua": (45.41, 11.88),
    "Rome": (41.9, 12.5), "Wrocław": (51.11, 17.03), "Kraków": (50.06, 19.94),
    "Vienna": (48.21, 16.37), "Ljubljana": (46.06, 14.51), "Coimbra": (40.21, -8.43),
    "Salamanca": (40.97, -5.66), "Umeå": (63.83, 20.26), "Tartu": (58.38, 26.72),
    "Lviv": (49.84, 24.03), "Thessaloniki": (40.64, 22.94), "رام الله": (31.9, 35.2),
    "Tbilisi": (41.72, 44.79), "Samarkand": (39.65, 66.96), "Lahore": (31.55, 74.34),
    "Pune": (18.52, 73.86), "Kolkata": (22.57, 88.36), "Chiang Mai": (18.79, 98.99),
    "Hanoi": (21.03, 105.85), "Chengdu": (30.57, 104.07), "Nanjing": (32.06, 118.8),
    "Daegu": (35.87, 128.6), "京都": (35.01, 135.77), "Tunis": (36.81, 10.18),
    "Fez": (34.03, -5.0), "Dakar": (14.72, -17.47), "Kumasi": (6.69, -1.62),
    "Ibadan": (7.38, 3.95), "Kampala": (0.35, 32.58), "Buffalo City": (-33.02, 27.91),
    "Halifax": (44.65, -63.58), "Boston": (42.36, -71.06), "Ann Arbor": (42.28, -83.74),
    "Boulder": (40.01, -105.27), "Oaxaca": (17.07, -96.72), "Cuenca": (-2.9, -79.0),
    "Recife": (-8.05, -34.9), "Rosario": (-32.95, -60.64), "Dunedin": (-45.87, 170.5),
    "Newcastle, New South Wales": (-32.93, 151.78),
}  # fmt: skip

# The home city first.
OXFORD = ["Oxford", "Leiden", "Bonn", "Grenoble", "Perm", "León"]
DORTMUND = [
    "Dortmund", "Amiens", "Leeds", "Rostov-on-Don", "Buffalo", "Netanya", "Novi Sad", "Trabzon",
    "Xi’an", "Zwickau",
]  # fmt: skip
HANNOVER = [
    "Hannover", "Bristol", "Perpignan", "Rouen", "Blantyre", "Poznań", "Hiroshima", "Leipzig",
]  # fmt: skip
PACIFIC = ["Wellington", "Suva", "Apia", "Honolulu", "Sapporo"]
NEAR = ["Oxford", "Leiden", "Bonn", "Grenoble"]
SIXTY = [
    "Oxford", "Edinburgh", "Dublin", "Paris", "Lille", "Brussels", "Leiden", "The Hague", "Bonn",
    "Hamburg", "Berlin", "Grenoble", "Padua", "Rome", "Wrocław", "Kraków", "Vienna", "Ljubljana",
    "Novi Sad", "Coimbra", "Salamanca", "Umeå", "Tartu", "Lviv", "Thessaloniki", "Perm",
    "Trabzon", "رام الله", "Tbilisi", "Samarkand", "Lahore", "Pune", "Kolkata", "Chiang Mai",
    "Hanoi", "Chengdu", "Xi’an", "Nanjing", "Daegu", "Hiroshima", "京都", "Sapporo", "Tunis",
    "Fez", "Dakar", "Kumasi", "Ibadan", "Kampala", "Blantyre", "Buffalo City", "Halifax",
    "Boston", "Ann Arbor", "Boulder", "Oaxaca", "León", "Cuenca", "Recife", "Rosario",
    "Dunedin", "Newcastle, New South Wales",
]  # fmt: skip

# Its best arrangement but one leaves a dot with neither name nor number.
CROWDED = [
    "Hannover", "Poznań", "Bonn", "Leeds", "Salamanca", "Rome", "Tunis", "Dublin", "Oxford",
    "Leiden", "Rouen", "Edinburgh", "Berlin", "Umeå", "The Hague", "Paris", "Kraków", "Lviv",
    "Novi Sad", "Coimbra", "Perpignan", "Leipzig", "Zwickau", "Dortmund", "Brussels",
    "Hamburg", "Grenoble", "Bristol", "Lille", "Amiens", "Ljubljana", "Wrocław", "Vienna",
    "Thessaloniki", "Padua", "Tartu", "Netanya", "京都", "Nanjing", "Halifax", "Honolulu",
    "Samarkand", "Buffalo City", "Boston", "Newcastle, New South Wales", "Trabzon", "Tbilisi",
    "Buffalo", "Hiroshima", "Chiang Mai", "Kolkata", "Suva", "رام الله", "Xi’an", "Dakar",
    "Perm", "León", "Kumasi", "Apia", "Blantyre", "Fez",
]  # fmt: skip


def degrees(name: str) -> tuple[float, float]:
    """Longitude and latitude."""
    latitude, longitude = WHERE[name]
    return longitude, latitude


def home(name: str) -> Place:
    return Place(HOME_KIND, name, *WHERE[name])


def partner(name: str, **values) -> Place:
    values = {"kind": "twin_city", "kind_words": "twin city", "since": "1986"} | values
    key = f"place-{list(WHERE).index(name)}"
    return Place(key, name, *WHERE[name], url=f"/cities/{key}/", **values)


def places(names: list[str]) -> tuple[Place, list[Place]]:
    """The home city and its partners."""
    return home(names[0]), [partner(name) for name in names[1:]]
