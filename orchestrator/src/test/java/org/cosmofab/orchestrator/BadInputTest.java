package org.cosmofab.orchestrator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.TestDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input, handed in over HTTP as people would: each is refused by type, place and remedy, and changes nothing. */
@QuarkusTest
@OnEveryDatabase
@TestProfile(BadInputTest.Workshop.class)
class BadInputTest {
    private static final PartyId CLEO = new PartyId("p-cleo");
    private static final String MESH = "export/corners.stl";
    private static final String PROGRAM = "programs/corners.gcode";
    private static final List<String> RECORDS = List.of(
            "design_version",
            "quote",
            "orders",
            "operation",
            "attempt",
            "reservation",
            "material_movement",
            "journal_entry",
            "transfer",
            "settlement");

    @Inject
    Tokens tokens;

    @Inject
    Parties parties;

    @Inject
    EntityManager database;

    @TempDir
    Path folder;

    private Map<String, Long> before;

    /** Pulls from repositories of this machine, and makes the programs that designs ship. */
    public static final class Workshop implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cosmofab.catalog.local-repositories", "true",
                    "cosmofab.slicer.enabled", "false",
                    "cosmofab.data", "target/test-data-bad-input",
                    "quarkus.datasource.jdbc.url", TestDatabase.named("badinput"));
        }
    }

    @BeforeEach
    void openTheWorkshop() {
        parties.register(new Party(CLEO, Party.Kind.PERSON, "Cleo", Standing.COMMONER, true))
                .orThrow();
        define("pla", "FILAMENT", 1.24, 1.75);
        define("plywood-3", "SHEET", 0.68, 3);
        receive("pla-1", "pla");
        receive("plywood-1", "plywood-3");
        register("printer-1", "PRINT", "MARLIN", Map.of("nozzleMax", 275, "bedMax", 110, "powerMax", 0));
        register("laser-1", "LASER", "GRBL", Map.of("nozzleMax", 0, "bedMax", 0, "powerMax", 1000));
    }

    /** What is refused is refused for its fault alone: the same design without it is quoted. */
    @Test
    void theSameDesignsWithoutFaultAreQuoted() throws Exception {
        for (String name : List.of("sheet-corner", "parts-tray")) {
            String design =
                    publish(copy(name, "Faultless")).statusCode(201).extract().path("id");
            before = counts();
            quote(design).statusCode(201);
            assertThat(counts().get("quote")).isEqualTo(before.get("quote") + 1);
        }
    }

    @Test
    void aCorruptMesh() throws Exception {
        byte[] mesh = Files.readAllBytes(DesignFolder.original("sheet-corner").resolve(MESH));
        String design = publish(copy("sheet-corner", "Cut off")
                        .write(MESH, Arrays.copyOf(mesh, mesh.length - 30))
                        .sealed(PROGRAM, MESH))
                .statusCode(201)
                .extract()
                .path("id");

        refused(design, 422, "mesh-unreadable", "corners: export/corners.stl: byte 80", "export the mesh again as STL");
    }

    @Test
    void aManifestWithAPathThatClimbsOut() throws Exception {
        DesignFolder design = copy("sheet-corner", "Climbing")
                .replace("cosmofab.yml", "file: export/corners.stl", "file: ../../../../etc/passwd");
        before = counts();

        publish(design)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/design-has-errors"))
                .body("code", equalTo("path-climbs-out"))
                .body("detail", allOf(containsString("cosmofab.yml"), containsString("../../../../etc/passwd")));
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void aDrawingWithAScript() throws Exception {
        String design = publish(copy("parts-tray", "Scripted")
                        .replace("laser/panels.svg", "</svg>", "<script>alert(1)</script></svg>"))
                .statusCode(201)
                .extract()
                .path("id");

        refused(design, 422, "drawing-unsafe", "laser/panels.svg: line ", "<script>");
    }

    @Test
    void aProgramThatLeavesTheBed() throws Exception {
        Path code = DesignFolder.original("sheet-corner").resolve(PROGRAM);
        String leaving = Files.readString(code).replaceFirst("(?m)^(G1 .*X.*)$", "$1\nG1 X900 Y10 F3000");
        String design = publish(copy("sheet-corner", "Off the bed")
                        .write(PROGRAM, leaving.getBytes(StandardCharsets.UTF_8))
                        .sealed(PROGRAM, MESH))
                .statusCode(201)
                .extract()
                .path("id");

        refused(design, 422, "program-unsafe", PROGRAM + ", line ", "X").body("line", greaterThan(1));
    }

    @Test
    void aMaterialThatNobodyKnows() throws Exception {
        String design = publish(copy("sheet-corner", "Unobtainable")
                        .replace("cosmofab.yml", "material: PLA", "material: unobtainium"))
                .statusCode(201)
                .extract()
                .path("id");

        refused(design, 422, "material-unknown", "part corners is of unobtainium", "define the material first");
    }

    @Test
    void aMaterialThatNobodyHas() throws Exception {
        define("woodfill", "FILAMENT", 1.1, 1.75);
        String design = publish(copy("sheet-corner", "Out of stock")
                        .replace("cosmofab.yml", "material: PLA", "material: woodfill"))
                .statusCode(201)
                .extract()
                .path("id");

        refused(design, 409, "material-short", "corners: this workshop never received a lot of woodfill", "receive one")
                .body("material", equalTo("woodfill"));
    }

    @Test
    void moreOfAMaterialThanThereIs() throws Exception {
        String design = publish(copy("sheet-corner", "Too many"))
                .statusCode(201)
                .extract()
                .path("id");
        before = counts();

        checked(ask(design, 500), 409, "material-short", "all lots together have 1000.0 g free", "too little")
                .body("missingMilligrams", greaterThan(0));
    }

    private ValidatableResponse refused(String design, int status, String type, String place, String remedy) {
        before = counts();
        return checked(quote(design), status, type, place, remedy);
    }

    private ValidatableResponse checked(
            ValidatableResponse answer, int status, String type, String place, String remedy) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status))
                .body("detail", allOf(containsString(place), containsString(remedy)));
        assertThat(counts()).isEqualTo(before);
        return answer;
    }

    private Map<String, Long> counts() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Long> counts = new TreeMap<>();
            RECORDS.forEach(table ->
                    counts.put(table, (Long) database.createNativeQuery("select count(*) from " + table, Long.class)
                            .getSingleResult()));
            return counts;
        });
    }

    private DesignFolder copy(String name, String title) throws Exception {
        return DesignFolder.copyOf(name, Files.createTempDirectory(folder, "design"))
                .titled(title + " " + folder.getFileName());
    }

    /** Pushes the design to a repository and has the workshop pull it. */
    private ValidatableResponse publish(DesignFolder design) throws Exception {
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(design.path().toFile())
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("A version")
                    .setAuthor("Dina", "dina@example.org")
                    .setCommitter("Dina", "dina@example.org")
                    .setSign(false)
                    .call();
        }
        return as(tokens.of(Role.DESIGNER))
                .body(Map.of("repository", design.path().toString(), "ref", "main", "folder", ""))
                .post("/api/v1/designs")
                .then();
    }

    private ValidatableResponse quote(String design) {
        return ask(design, 1);
    }

    private ValidatableResponse ask(String design, int quantity) {
        return as(tokens.of(CLEO, Role.REQUESTER))
                .body(Map.of("design", design, "quantity", quantity, "use", "NON_COMMERCIAL"))
                .post("/api/v1/quotes")
                .then();
    }

    private void define(String id, String form, double density, double thickness) {
        as(tokens.of(Role.ADMIN))
                .body(Map.of(
                        "id",
                        id,
                        "form",
                        form,
                        "names",
                        Map.of("en", id),
                        "densityMgPerMm3",
                        density,
                        "thicknessMm",
                        thickness))
                .put("/api/v1/materials")
                .then()
                .statusCode(200);
    }

    private void receive(String id, String material) {
        as(tokens.of(Role.OPERATOR))
                .body(Map.of("id", id, "material", material, "label", id, "grams", 1000, "centsPerKg", 2400))
                .post("/api/v1/lots")
                .then()
                .statusCode(200);
    }

    private void register(String id, String process, String dialect, Map<String, Integer> limits) {
        Map<String, Object> all = new TreeMap<>(limits);
        all.putAll(Map.of("feedMax", 12_000, "wattsRunning", 150));
        as(tokens.of(Role.ADMIN))
                .body(Map.of(
                        "id",
                        id,
                        "name",
                        id,
                        "process",
                        process,
                        "dialect",
                        dialect,
                        "agent",
                        "bench-1",
                        "limits",
                        all,
                        "envelope",
                        Map.of("minX", 0, "minY", 0, "minZ", 0, "maxX", 600, "maxY", 400, "maxZ", 250)))
                .post("/api/v1/machines")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
