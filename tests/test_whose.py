"""Whose file it is when names are strange, hostile or written in another way; and what the class's lists look like."""

from __future__ import annotations

import io
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from classroom_class import notebook, released
from click.testing import CliRunner

from mediakit import cli
from mediakit.classroom import class_list, export_columns, sheet
from mediakit.classroom.assignment import Assignment
from mediakit.classroom.collect import take_in, whose_file
from mediakit.classroom.collect.class_names import ClassNames
from mediakit.classroom.grade import collected_folder
from mediakit.errors import LearnerError

PLAIN = "name,email\nAna Roe,ana@x.org\nBen Loe,ben@x.org\nCara Poe,cara@x.org\n"
CANVAS = """Student,ID,SIS Login ID,Section,Essay (17)
"    Points Possible",,,,10
"Roe, Ana",11,ana,A,
"Loe, Ben",12,ben,A,
"Poe, Cara",13,cara,A,
"""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("released")
    released(folder)
    return folder


@pytest.fixture
def work(tmp_path: Path, template: Path) -> Path:
    shutil.copytree(template, tmp_path / "work")
    return tmp_path / "work"


def listed(tmp_path: Path, said: str, encoding: str = "utf-8") -> class_list.Roster:
    path = tmp_path / "class.csv"
    path.write_bytes(said.encode(encoding))
    return class_list.read(path)


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def collect(tmp_path: Path, said: str, files: dict[str, bytes], work: Path) -> dict[str, take_in.HandedIn]:
    (tmp_path / "d.zip").write_bytes(zipped(files))
    got = take_in.collect(tmp_path / "d.zip", listed(tmp_path, said), work, Assignment.load(work))
    return {row.student: row for row in got.rows}


# --- places ---------------------------------------------------------------------------------------------------------

# What a download holds, and whose each is; "" for nobody's.
PLACES = [
    (PLAIN, {"Ana Roe/x.ipynb": "ana-roe", "Ben Loe/anaroe_1_99999_x.ipynb": ""}),
    (PLAIN, {"Ana Roe/x.ipynb": "ana-roe", "Ben Loe/Ana Roe_1_assignsubmission_file_/x.ipynb": ""}),
    (PLAIN, {"Ana Roe/x.ipynb": "ana-roe", "Ben Loe/Ana Roe.ipynb": "", "Ben Loe/mine.ipynb": "ben-loe"}),
    (PLAIN, {"Ben Loe/work.zip/Ana Roe/x.ipynb": "", "Ben Loe/work.zip/mine.ipynb": "ben-loe"}),
    (PLAIN, {"Ben Loe/Ana and Ben Loe.ipynb": "ben-loe", "Ben Loe/Ana Roe, Ben Loe.ipynb": "ben-loe"}),
    (PLAIN, {"Ana Roe/x.ipynb": "ana-roe", "Nobody Else/Ben Loe.ipynb": "", "Nobody Else/Ben Loe/x.ipynb": ""}),
    (PLAIN, {"Section 1/Ana Roe/x.ipynb": "ana-roe", "Section 2/Ben Loe/x.ipynb": "ben-loe"}),
    (PLAIN, {"late/Ana Roe/x.ipynb": "ana-roe", "Ben Loe/x.ipynb": "ben-loe", "late/Mallory/Cara Poe/x.ipynb": ""}),
    (
        PLAIN,
        {
            "7B/Resubmissions/Ana Roe/x.ipynb": "ana-roe",
            "7B/Ben Loe/x.ipynb": "ben-loe",
            "7B/Kate Late/Cara Poe.ipynb": "",
        },
    ),
    (PLAIN, {"Section 1/Ana Roe.ipynb": "ana-roe", "Section 1/work.zip/Ben Loe.ipynb": ""}),
    (PLAIN, {"Ana Roe & Ben Loe/x.ipynb": "", "Team (Cara Poe, Ben Loe)/x.ipynb": "", "Ana_Ben/x.ipynb": ""}),
    (PLAIN, {"Copy of Ana Roe - Ben Loe.ipynb": "", "ben for Ana Roe.ipynb": "ana-roe"}),  # a login may be any word
    (PLAIN, {"Ana Roe/x.ipynb": "ana-roe", "Mallory/Ben Loe.ipynb": "", "Trudy/Cara Poe/x.ipynb": ""}),
    (PLAIN, {"Ana Roe.ipynb": "ana-roe", "Mallory.zip/Ben Loe.ipynb": "", "Trudy.zip/Cara Poe/x.ipynb": ""}),
    (PLAIN, {"drive-1.zip/Ana Roe/x.ipynb": "ana-roe", "drive-2.zip/Ben Loe/x.ipynb": "ben-loe"}),
    (PLAIN, {"download/ana@x.org/Ben Loe_9_assignsubmission_file_/x.ipynb": ""}),
    (PLAIN, {"roeana_11_500_x.ipynb": "ana-roe", "loeben_12_501_x.ipynb": "ben-loe"}),
    (PLAIN, {"out/roeana_11_500_x.ipynb": "ana-roe", "out/loeben_12_501_x.ipynb": "ben-loe"}),
    (PLAIN, {"Ana Roe_1_assignsubmission_file_/loeben_12_501_x.ipynb": ""}),
    (PLAIN, {"essay_2026_11_25_Ana Roe.ipynb": "ana-roe", "essay_2026_11_25_Ben Loe.ipynb": "ben-loe"}),
    (CANVAS, {"stranger_77_105_work.zip/roeana_11_999_x.ipynb": ""}),
    (CANVAS, {"stranger_77_105_work.zip/Ana Roe/x.ipynb": "", "loeben_12_9_x.ipynb": "ben"}),
    (CANVAS, {"loeben_12_9_all.zip/roeana_11_999_x.ipynb": "", "loeben_12_9_all.zip/mine.ipynb": "ben"}),
    (CANVAS, {"loeben_12_9_roeana_11_99999_x.ipynb": "ben"}),
    (CANVAS, {"roeana_12_9_x.ipynb": ""}),
    (CANVAS, {"loeben_12_9_all.zip/hw_11_25_2026_x.ipynb": "ben"}),  # 11 is Ana's number, and also a month
]


@pytest.mark.parametrize(("said", "download"), PLACES)
def test_the_outermost_place_decides_whose_a_file_is(tmp_path: Path, said: str, download: dict[str, str]) -> None:
    claims = whose_file.claims(ClassNames(listed(tmp_path, said), "04_ferry.ipynb"), download)
    found = {path: claim.student.student if claim.student else "" for path, claim in zip(download, claims, strict=True)}
    assert found == download
    assert all(claim.why for claim in claims if not claim.student)


@pytest.mark.parametrize(
    "name",
    [
        "Ben Loe/anaroe_1_99999999_04_ferry.ipynb",
        "Ben Loe/Ana Roe_1_assignsubmission_file_/04_ferry.ipynb",
        "Ben Loe/Ana Roe/04_ferry.ipynb",
        "Ben Loe/Ana Roe - 04_ferry.ipynb",
    ],
)
def test_a_partners_file_changes_nothing_for_anybody_else_and_is_listed(tmp_path: Path, work: Path, name: str) -> None:
    good, other = notebook(Assignment.load(work)), notebook(Assignment.load(work), ferry_words="3")
    alone = collect(tmp_path, PLAIN, {"Ana Roe/04_ferry.ipynb": good}, work)
    shutil.rmtree(work / "submissions")
    both = collect(tmp_path, PLAIN, {"Ana Roe/04_ferry.ipynb": good, name: other}, work)
    assert both["ana-roe"] == alone["ana-roe"]
    assert not both["ben-loe"].file and "named after Ana Roe" in both["ben-loe"].note
    rows = sheet.read(work / take_in.NOT_TAKEN).rows
    assert [row["file"] for row in rows] == [name] and "Ben Loe" in rows[0]["reason"]


# --- other ways to write a name --------------------------------------------------------------------------------------

SPELLINGS = [
    ("Øster, Bjørn", "Bjorn Oster/x.ipynb"),
    ("Øster, Bjørn", "Bjoern Oester/x.ipynb"),
    ("Müller, Jürgen", "Juergen Mueller - x.ipynb"),
    ("Müller, Jürgen", "jurgen_muller_x.ipynb"),
    ("Mueller, Juergen", "Jürgen Müller/x.ipynb"),
    ("Łukasz Wałęsa", "lukasz walesa x.ipynb"),
    ("Đorđe Đurić", "Dorde Duric/x.ipynb"),
    ("Æsa Straße", "Aesa Strasse/x.ipynb"),
    ("Håkon Ås", "Haakon Aas.ipynb"),
    ("Jürgen Müller", "muellerjuergen_77_501_x.ipynb"),
]


@pytest.mark.parametrize(("name", "path"), SPELLINGS)
def test_a_name_written_without_its_letters_marks_is_known(tmp_path: Path, name: str, path: str) -> None:
    known = listed(tmp_path, f'name,student\n"{name}",it\n"Somebody Else",no\n')
    (claim,) = whose_file.claims(ClassNames(known, "03.ipynb"), [path])
    assert claim.student is not None and claim.student.student == "it"


@pytest.mark.parametrize(
    ("path", "who"),
    [
        ("Z. O'Brien-Smith/x.ipynb", None), ("Zoe OBrien Smith/x.ipynb", "zoe"), ("Smith O’Brien/x.ipynb", "smith"),
        ("Maria J. Ruiz.ipynb", None), ("Maria José Ruiz.ipynb", "jose"), ("Ruiz, Maria.ipynb", "maria"),
        ("Maria Ruiz 2.ipynb", "maria"), ("Maria Ruiz x.ipynb", "maria"), ("Jose Maria.ipynb", None),
    ],
)  # fmt: skip
def test_a_name_that_may_be_the_beginning_of_another_is_nobodys(tmp_path: Path, path: str, who: str | None) -> None:
    known = listed(
        tmp_path, "name,student\nZoë O'Brien-Smith,zoe\nSmith O'Brien,smith\nMaria Ruiz,maria\nMaria José Ruiz,jose\n"
    )
    (claim,) = whose_file.claims(ClassNames(known, "03.ipynb"), [path])
    assert (claim.student.student if claim.student else None) == who


def test_another_spelling_counts_only_when_nobody_is_written_so(tmp_path: Path) -> None:
    known = listed(tmp_path, "name,student\nJürgen Müller,one\nJuergen Mueller,two\n")
    one, two = whose_file.claims(ClassNames(known, "03.ipynb"), ["Jürgen Müller/x.ipynb", "Juergen Mueller/x.ipynb"])
    assert (one.student and one.student.student, two.student and two.student.student) == ("one", "two")


@pytest.mark.parametrize("code", ["cp850", "cp437", "cp1252", "utf-8"])
def test_a_zip_that_does_not_say_its_code_is_read_as_it_was_meant(tmp_path: Path, work: Path, code: str) -> None:
    name = "Jürgen Müller" if code == "cp437" else "Bjørn Østerå"
    meant = f"{name}/04_ferry.ipynb".encode(code)
    raw = zipped({"x" * len(meant): notebook(Assignment.load(work))}).replace(b"x" * len(meant), meant)
    (tmp_path / "d.zip").write_bytes(raw)
    known = listed(tmp_path, f"name\n{name}\nJane Doe\n")
    got = take_in.collect(tmp_path / "d.zip", known, work, Assignment.load(work))
    assert got.rows[0].file and not got.not_taken


# --- what a download may hold ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("method", "flags"), [(98, 0), (9, 0), (93, 0), (8, 0x20), (8, 0x40)])
def test_an_odd_zip_costs_only_who_handed_it_in(tmp_path: Path, work: Path, method: int, flags: int) -> None:
    good = notebook(Assignment.load(work))
    inner = bytearray(zipped({"04_ferry.ipynb": good}))
    central = inner.index(b"PK\x01\x02")
    inner[8:10] = inner[central + 10 : central + 12] = method.to_bytes(2, "little")
    inner[6], inner[central + 8] = flags, flags
    inner[8:10], inner[central + 10 : central + 12] = (method.to_bytes(2, "little"),) * 2
    rows = collect(tmp_path, PLAIN, {"Ana Roe/work.zip": bytes(inner), "Ben Loe/04_ferry.ipynb": good}, work)
    assert rows["ben-loe"].file
    assert not rows["ana-roe"].file and "work.zip" in rows["ana-roe"].note and rows["ana-roe"].instead


def test_a_project_zipped_with_all_its_packages_locks_nobody_out(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    heap = {f"venv/lib/module_{at}/file.py": b"x" for at in range(19_000)} | {"04_ferry.ipynb": good}
    files = {"Ana Roe/all.zip": zipped(heap), "Ben Loe/04_ferry.ipynb": good, "Cara Poe/04_ferry.ipynb": good}
    rows = collect(tmp_path, PLAIN, files, work)
    assert all(row.file for row in rows.values())
    assert "more" in rows["ana-roe"].note and len(rows["ana-roe"].note) < 500
    assert [entry.file for entry in collected_folder.entries(work)] == [row.file for row in rows.values()]
    assert collect(tmp_path, PLAIN, files, work) == rows  # and once more


def test_two_places_of_one_student_are_told_apart(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    rows = collect(tmp_path, PLAIN, {"Ana Roe/x.ipynb": good, "Ana Roe (2)/x.ipynb": good + b" "}, work)
    assert "“Ana Roe/x.ipynb”" in rows["ana-roe"].note and "not Ana Roe (2)/x.ipynb" in rows["ana-roe"].note


def test_what_the_teacher_has_put_under_late_is_late(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    rows = collect(tmp_path, PLAIN, {"Late work/Ana Roe/x.ipynb": good, "Ben Loe/late/x.ipynb": good}, work)
    assert rows["ana-roe"].late and rows["ben-loe"].file and not rows["ben-loe"].late


def test_a_copy_that_jupyterlab_saved_counts_only_where_there_is_no_other(tmp_path: Path, work: Path) -> None:
    good, old = notebook(Assignment.load(work)), notebook(Assignment.load(work), ferry_words="3")
    spare = ".ipynb_checkpoints/04_ferry-checkpoint.ipynb"
    files = {
        f"Ana Roe/{spare}": old,
        "Ben Loe/04_ferry.ipynb": good,
        f"Ben Loe/{spare}": old,
        f"Ben Loe/old/{spare}": old,
    }
    files["Cara Poe/work.zip"] = zipped({spare: old})
    rows = collect(tmp_path, PLAIN, files, work)
    assert "ask for the notebook" in rows["ana-roe"].note and "ask for the notebook" in rows["cara-poe"].note
    assert (work / rows["ben-loe"].file).read_bytes() == good and "checkpoint" not in rows["ben-loe"].file


def test_what_was_submitted_in_teams_goes_before_working_files_and_the_latest_version_counts(
    tmp_path: Path, work: Path
) -> None:
    good, other = notebook(Assignment.load(work)), notebook(Assignment.load(work), ferry_words="3")
    files = {"Submitted files/Ana Roe/Essay/x.ipynb": good, "Working files/Ana Roe/Essay/x.ipynb": other}
    files |= {f"Submitted files/Ben Loe/Essay/Version {at}/x.ipynb": good if at == 10 else other for at in (9, 10, 2)}
    rows = collect(tmp_path, PLAIN, files, work)
    assert all((work / rows[one].file).read_bytes() == good for one in ("ana-roe", "ben-loe"))


def test_an_empty_file_is_named_and_never_takes_the_place_of_work(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    first = collect(tmp_path, PLAIN, {"Ana Roe/04_ferry.ipynb": good, "Ben Loe/x.ipynb": b""}, work)
    assert "x.ipynb is empty: ask for it again" in first["ben-loe"].note and not first["ben-loe"].file
    again = collect(tmp_path, PLAIN, {"Ana Roe/04_ferry.ipynb": b"", "Ben Loe/x.ipynb": good}, work)
    assert (
        again["ana-roe"].file == first["ana-roe"].file and "is empty" in again["ana-roe"].note and again["ben-loe"].file
    )


def test_what_was_handed_in_instead_is_named_to_the_end(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    first = collect(tmp_path, PLAIN, {"Ana Roe/homework.pdf": b"%PDF", "Ben Loe/x.ipynb": good}, work)
    later = collect(tmp_path, PLAIN, {"Cara Poe/x.ipynb": good}, work)
    assert later["ana-roe"].instead == first["ana-roe"].instead and "homework.pdf" in later["ana-roe"].note
    assert collect(tmp_path, PLAIN, {"Ana Roe/x.ipynb": good}, work)["ana-roe"].file


def test_whoever_has_left_the_class_list_is_named(tmp_path: Path, work: Path) -> None:
    good = notebook(Assignment.load(work))
    collect(tmp_path, PLAIN, {"Ana Roe/04_ferry.ipynb": good, "Ben Loe/04_ferry.ipynb": good}, work)
    (tmp_path / "left.csv").write_text("name,email\nAna Smith,ana@x.org\nBen Loe,ben@x.org\n", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    done = CliRunner().invoke(
        cli.main, ["collect", str(tmp_path / "empty"), "--roster", str(tmp_path / "left.csv"), "--to", str(work)]
    )
    said = " ".join(done.output.split())
    assert "No longer in the class list, so not graded: ana-roe." in said and "under `student`" in said


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("ferry_final.ipynb", "ferry_FINAL2.ipynb"),
        ("ferry_v2.ipynb", "ferry_v10.ipynb"),
        ("Untitled.ipynb", "Untitled1.ipynb"),
    ],
)
def test_of_two_names_the_higher_number_counts(tmp_path: Path, work: Path, earlier: str, later: str) -> None:
    files = {
        f"Ana Roe/{name}": notebook(Assignment.load(work), ferry_words=str(at))
        for at, name in enumerate((earlier, later))
    }
    rows = collect(tmp_path, PLAIN, files, work)
    assert rows["ana-roe"].note.startswith(f"took “{later}”, not {earlier}")


def test_a_folder_that_cannot_be_read_is_named_and_never_nothing_handed_in(
    tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Ana Roe", "Ben Loe"):
        (tmp_path / "shared" / name).mkdir(parents=True)
    (tmp_path / "shared/Ben Loe/04_ferry.ipynb").write_bytes(notebook(Assignment.load(work)))
    real = os.scandir

    def scandir(place: str = ".") -> object:
        if str(place).endswith("Ana Roe"):
            raise PermissionError(13, "Permission denied", str(place))
        return real(place)

    monkeypatch.setattr(os, "scandir", scandir)
    got = take_in.collect(tmp_path / "shared", listed(tmp_path, PLAIN), work, Assignment.load(work))
    ana, ben, cara = got.rows
    assert "could not be read" in ana.note and "nothing" not in ana.note and ben.file
    assert cara.note == "nothing was handed in" and not cara.instead
    assert got.not_taken[0][0] == "Ana Roe"
    entries = {entry.student: entry for entry in collected_folder.entries(work)}
    assert "could not be read" in entries["ana-roe"].instead and not entries["cara-poe"].instead


@pytest.mark.parametrize(("separator", "code"), [(";", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), (",", "utf-8")])
def test_a_collected_table_that_excel_saved_is_read(tmp_path: Path, work: Path, separator: str, code: str) -> None:
    rows = collect(tmp_path, PLAIN, {"Ana Roe/04_ferry.ipynb": notebook(Assignment.load(work))}, work)
    path = work / "collected.csv"
    said = path.read_text(encoding="utf-8-sig").replace(",", separator)
    path.write_bytes(said.encode(code))
    entries = collected_folder.entries(work)
    assert [entry.student for entry in entries] == ["ana-roe", "ben-loe", "cara-poe"]
    assert entries[0].file == rows["ana-roe"].file


def test_a_full_disk_stops_with_a_sentence_and_blames_no_student(
    tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.open

    def full(self: Path, mode: str = "r", *more: object, **named: object) -> object:
        if "x" in mode:
            raise OSError(28, "No space left on device", str(self))
        return real(self, mode, *more, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(LearnerError, match="Make room"):
        collect(tmp_path, PLAIN, {"Ana Roe/04_ferry.ipynb": notebook(Assignment.load(work))}, work)


# --- class lists -----------------------------------------------------------------------------------------------------

MOODLE_HEADS = {
    "de": "ID;Vollständiger Name;E-Mail-Adresse;Status;Bewertung;Höchste Bewertung;Bewertung kann geändert werden;"
    "Zuletzt geändert (Abgabe);Zuletzt geändert (Bewertung);Feedback als Kommentar",
    "fr": "Identifiant;Nom complet;Adresse de courriel;Statut;Note;Note maximale;La note peut être modifiée;"
    "Dernière modification (travail remis);Dernière modification (note);Feedback par commentaires",
    "es": "Identificador;Nombre completo;Dirección de correo;Estatus;Calificación;Calificación máxima;"
    "La calificación puede ser cambiada;Última modificación (entrega);Última modificación (calificación);Comentarios",
    "pt": "Identificador;Nome completo;Endereço de email;Estado;Nota;Nota máxima;A nota pode ser alterada;"
    "Última modificação (submissão);Última modificação (nota);Comentários",
}
MOODLE_WHO = {"de": "Teilnehmer/in", "fr": "Participant", "es": "Participante ", "pt": "Participante "}
MOODLE_LATE = {
    "de": "Zur Bewertung abgegeben - 2 Tage verspätet",
    "fr": "Remis pour évaluation - 2 jours de retard en retard",
    "es": "Enviado para calificar - 2 días de retraso",
    "pt": "Submetido para avaliação - 2 dias atrasado",
}


@pytest.mark.parametrize("language", MOODLE_HEADS)
@pytest.mark.parametrize("separator", [";", ","])
def test_moodles_worksheet_is_known_in_other_languages(tmp_path: Path, language: str, separator: str) -> None:
    who = MOODLE_WHO[language]
    said = (
        f"{MOODLE_HEADS[language]}\n"
        f"{who}1234567;Ana Roe;ana@x.org;{MOODLE_LATE[language]};;100.00;Ja;Montag, 2. März 2026, 10:00;-;\n"
        f"{who}1234568;Ben Loe;ben@x.org;-;77.00;100.00;Ja;-;Montag, 2. März 2026, 10:00;<p>gut</p>\n"
    )
    if separator == ",":
        said = said.replace(", ", " ").replace(";", ",")
    known = listed(tmp_path, said)
    heads = MOODLE_HEADS[language].split(";")
    layout = known.layout
    assert known.system == "moodle"
    assert [one.name for one in known.students] == ["Ana Roe", "Ben Loe"]
    assert [one.email for one in known.students] == ["ana@x.org", "ben@x.org"]
    assert [one.late for one in known.students] == [True, False]
    assert (layout.grade, layout.most, layout.marked, layout.comments) == (heads[4], heads[5], heads[8], heads[9])
    (claim,) = whose_file.claims(ClassNames(known, "x"), [f"{who.strip()}_1234568_assignsubmission_file_/x.ipynb"])
    assert claim.student and claim.student.name == "Ben Loe"


MOVED = "Identifiant;Nom complet;Note maximale;Statut;Adresse de courriel;Dernière modification (note);{};Commentaires"


@pytest.mark.parametrize(("grade", "told"), [("Note", "Note"), ("Résultat", "Résultat")])
def test_moodles_columns_may_have_been_moved(tmp_path: Path, grade: str, told: str) -> None:
    rows = "Participant 1;Ana Roe;20;Remis;a@x.org;-;;\nParticipant 2;Ben Loe;20;Remis;b@x.org;3.3.2026;12;\n"
    layout = listed(tmp_path, f"{MOVED.format(grade)}\n{rows}").layout
    assert (layout.name, layout.grade, layout.most, layout.comments) == (
        "Nom complet", told, "Note maximale", "Commentaires"
    )  # fmt: skip
    assert layout.marked == "Dernière modification (note)" and layout.status == ("Statut",)


CANVAS_HEADS = {
    "en": "Student,ID,SIS User ID,SIS Login ID,Section",
    "de": "Student/in,ID,SIS-Benutzer-ID,SIS-Anmelde-ID,Abschnitt",
    "fr": "Étudiant,Identifiant,Identifiant SIS,Identifiant de connexion SIS,Section",
    "es": "Estudiante,ID,Usuario SIS,Usuario de acceso SIS,Sección",
    "pt": "Aluno,ID,ID do usuário,ID de login,Seção",
}


@pytest.mark.parametrize(
    ("cell", "number"),
    [("7,5", 7.5), ("1,000.00", 1000), ("1.000,00", 1000), ("1\u202f000,5", 1000.5), ("1'000.00", 1000),
     ("100.00000", 100), ("0,125", 0.125), ("EX", None), ("88%", None), ("", None), ("1,2,", None)],
)  # fmt: skip
def test_a_number_is_read_as_any_country_writes_it(cell: str, number: float | None) -> None:
    assert export_columns.number(cell) == number


@pytest.mark.parametrize("code", ["mac_roman", "cp1252", "utf-8", "utf-16"])
def test_a_list_is_read_in_the_code_that_it_was_saved_in(tmp_path: Path, code: str) -> None:
    assert [one.name for one in listed(tmp_path, "name\nJürgen Müller\n", code).students] == ["Jürgen Müller"]


@pytest.mark.parametrize("language", CANVAS_HEADS)
def test_canvas_export_is_known_in_other_languages(tmp_path: Path, language: str) -> None:
    known = listed(
        tmp_path,
        f'{CANVAS_HEADS[language]},Essay (17),Quiz (18)\n,,,,,Manual Posting,\n"    Points Possible",,,,,100,10\n'
        '"Roe, Ana",11,s1,ana,A,,\n"Loe, Ben",12,s2,ben,A,EX,7\n',
    )
    assert known.system == "canvas" and [one.name for one in known.students] == ["Ana Roe", "Ben Loe"]
    assert list(known.layout.before) == CANVAS_HEADS[language].split(",")
    assert "11" in known.students[0].numbers


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Class 7b, 2026;;\nName;Email;\nAna Roe;ana@x.org;\n", ["Ana Roe"]),
        (
            "Nachname,Vorname,E-Mail-Adresse,A\nDatum,,,1\nPunkte,,,9\nDoe,Jane,j@x.org,8\nRoe,Ana,a@x.org,\n",
            ["Jane Doe", "Ana Roe"],
        ),
        (
            "Last Name,First Name,Email Address,A\n,,Date,1\n,,Points,9\nDoe,Jane,j@x.org,8\nMadonna,,m@x.org,\n",
            ["Jane Doe", "Madonna"],
        ),
        ("Nachname,Vorname,ID,Abschnitt,Essay (1)\nPunkte möglich,,,,9\nRoe,Ana,11,A,\n", ["Ana Roe"]),
        (f"Étudiant,ID,SIS,Section,A\n Points,,,,9\n'Ana Roe',1,ana,A,\nÉtudiant X,2,{'0a' * 20},A,\n", ["'Ana Roe'"]),
        ("id,last_name,first_name,email\nstud1,smith,jo,b@x.org\n", ["jo smith"]),
        ("First Name (legal),LAST NAME *\nJo,Smith\n", ["Jo Smith"]),
        ("Nachname;Vorname;E-Mail-Adresse\nMüller;Jürgen;j@x.de\n", ["Jürgen Müller"]),
        ("Nom;Prénom;Adresse de courriel\nDupont;Zoé;z@x.fr\n", ["Zoé Dupont"]),
        ("Nombre;Apellido(s);Dirección de correo\nLuz;Roca;l@x.es\n", ["Luz Roca"]),
        ("Nome;Sobrenome;Endereço de email\nRui;Melo;r@x.pt\n", ["Rui Melo"]),
        ("Etunimi,Sukunimi,Sähköposti\nAino,Virta,a@x.fi\n", ["Aino Virta"]),
        ("name,,\nJo Smith,,\n", ["Jo Smith"]),
        (
            "Last Name,First Name,Email Address,Essay\nDate,,,2026-11-25\nPoints,,,100\nClass Average,,,71.2\n"  # noqa: ISC004
            "Doe,Jane,j@x.org,80\nRoe,Ana,a@x.org,62\n",
            ["Jane Doe", "Ana Roe"],
        ),
        ("Last Name,First Name,Email\nDoe,Jane,\nRoe,Ana,a@x.org\n", ["Jane Doe", "Ana Roe"]),
        ("Name;Vorname;Klasse\nRoe;Ana;7a\nLoe;Ben;7a\n", ["Ana Roe", "Ben Loe"]),
        ("Name,Surname\nAna,Roe\n", ["Ana Roe"]),
        ("Name,First name,Email\nAna Roe,Ana,a@x.org\n", ["Ana Roe"]),
        ("Nr.;Name, Vorname;Klasse\n1;Roe, Ana;7a\n", ["Ana Roe"]),
        ("name\nO'Brien, Sean\nD’Angelo, Mia\nMadonna\n", ["Sean O'Brien", "Mia D’Angelo", "Madonna"]),
        ("Pupil,Form\nAna Roe,7A\n", ["Ana Roe"]),
        ("Exported 28.11.2026 08:15\nFirst name;Last name;E-mail\nAna;Roe;a@x.org\n", ["Ana Roe"]),
        ('"name;email"\n"Ana Roe;a@x.org"\n', ["Ana Roe"]),
        ("name|email\nAna Roe|a@x.org\n", ["Ana Roe"]),
        ("name,email\nAna Roe,a@x.org\nTotal,1\nClass average,\n", ["Ana Roe"]),
        ("First name,Last name,Email address,Roles\nAna,Roe,a@x.org,Student\nJo,Lee,t@x.org,Teacher\n", ["Ana Roe"]),
    ],
)
def test_lists_with_other_columns_give_names(tmp_path: Path, said: str, names: list[str]) -> None:
    assert [one.name for one in listed(tmp_path, said).students] == names


def test_a_list_without_headings_loses_nobody_in_silence(tmp_path: Path) -> None:
    with pytest.raises(LearnerError, match="“Ana Roe” would be lost"):
        listed(tmp_path, "Ana Roe,ana@x.org\nBen Loe,ben@x.org\n")


@pytest.mark.parametrize(
    ("head", "cell"),
    [("student number", "004512"), ("OrgDefinedId", "#004512"), ("Unique User ID", '=""004512""'), ("id", "'004512"),
     ("student", "4512")],
)  # fmt: skip
def test_a_number_is_known_whatever_a_spreadsheet_has_made_of_it(tmp_path: Path, head: str, cell: str) -> None:
    known = listed(tmp_path, f'name,{head}\nAna Roe,"{cell}"\nBen Loe,77\n')
    for path in ("004512_essay.ipynb", "4512 essay.ipynb", "4512/x.ipynb"):
        (claim,) = whose_file.claims(ClassNames(known, "x"), [path])
        assert claim.student and claim.student.name == "Ana Roe", path
