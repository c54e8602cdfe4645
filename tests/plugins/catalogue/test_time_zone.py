import pickle
import shutil
import zoneinfo
from copy import deepcopy
from datetime import datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from plugins.catalogue.time_zone import time_zone


def offset(zone: zoneinfo.ZoneInfo, year: int, month: int) -> timedelta | None:
    return datetime(year, month, 1, tzinfo=zone).utcoffset()


def test_a_zone_knows_its_summers() -> None:
    mexico = time_zone("America/Mexico_City")
    assert mexico.key == "America/Mexico_City"
    assert (offset(mexico, 2013, 1), offset(mexico, 2013, 7)) == (timedelta(hours=-6), timedelta(hours=-5))


def test_the_database_of_the_machine_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "America").mkdir()
    with as_file(files("tzdata").joinpath("zoneinfo", "Asia", "Tokyo")) as tokyo:
        shutil.copyfile(tokyo, tmp_path / "America" / "Mexico_City")
    before = zoneinfo.TZPATH
    zoneinfo.reset_tzpath([tmp_path])
    try:
        assert offset(zoneinfo.ZoneInfo.no_cache("America/Mexico_City"), 2013, 1) == timedelta(hours=9)
        time_zone.cache_clear()
        assert offset(time_zone("America/Mexico_City"), 2013, 1) == timedelta(hours=-6)
    finally:
        zoneinfo.reset_tzpath(before)


@pytest.mark.parametrize("name", ["", "America", "Mars/Base", "../zones", "zone.tab", "america/mexico_city", "/etc"])
def test_what_tzdata_does_not_list_is_no_zone(name: str) -> None:
    with pytest.raises(LookupError):
        time_zone(name)


@pytest.mark.parametrize("name", ["UTC", "EST", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
def test_names_of_any_depth_are_zones(name: str) -> None:
    assert time_zone(name).key == name


def test_a_zone_survives_a_copy_and_a_cache() -> None:
    zone = time_zone("America/Mexico_City")
    assert pickle.loads(pickle.dumps(zone)) is zone
    assert deepcopy(datetime(2013, 7, 1, tzinfo=zone)).utcoffset() == timedelta(hours=-5)
