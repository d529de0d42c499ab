package org.cosmofab.orchestrator.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.testing.DesignFolder;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.TestDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls from a repository of this machine, which a workshop may allow for its own people. */
@QuarkusTest
@OnEveryDatabase
@TestProfile(PullTest.LocalRepositories.class)
class PullTest {

    @Inject
    Catalog catalog;

    @Inject
    PublishedVersions published;

    @Inject
    Tokens tokens;

    @TempDir
    Path folder;

    private String repository;
    private Git work;
    private List<String> before;

    public static final class LocalRepositories implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cosmofab.catalog.local-repositories", "true",
                    "cosmofab.data", "target/test-data-pull",
                    "quarkus.datasource.jdbc.url", TestDatabase.named("pull"));
        }
    }

    @BeforeEach
    void makeARepository() throws Exception {
        Path bare = folder.resolve("bare.git");
        Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(bare.toFile())
                .call()
                .close();
        work = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.resolve("work").toFile())
                .call();
        DesignFolder.copyOf("sheet-corner", folder.resolve("work")).titled("Pulled corner " + folder.getFileName());
        commit("First version");
        work.tag().setName("v1").setAnnotated(false).setSigned(false).call();
        work.push().setRemote(bare.toString()).setPushAll().setPushTags().call();
        repository = bare.toString();
        before = leftovers();
    }

    @Test
    void publishesAFolderOfABranchAndATag() throws Exception {
        String tagged = pull("v1", "sheet-corner").statusCode(201).extract().path("id");
        String slug = given().get("/api/v1/designs/" + tagged).path("slug");
        assertThat(slug).startsWith("pulled-corner");
        assertThat(pull("main", "sheet-corner").statusCode(201).extract().<String>path("id"))
                .isEqualTo(tagged);

        Files.writeString(folder.resolve("work/sheet-corner/README.md"), "Next.\n");
        commit("Second version");
        work.push().setRemote(repository).setPushAll().call();
        String next = pull("main", "sheet-corner").statusCode(201).extract().path("id");
        assertThat(catalog.versions(slug))
                .extracting(version -> version.id().value())
                .containsExactly(next, tagged);
        assertThat(catalog.origin(catalog.versions(slug).get(0).id()))
                .startsWith(repository + " ")
                .hasSize(repository.length() + 41);
        assertThat(leftovers()).isEqualTo(before);
    }

    @Test
    void refusesWhatTheRepositoryDoesNotHave() throws Exception {
        pull("v2", "sheet-corner").statusCode(404).body("type", equalTo("/problems/ref-unknown"));
        pull("main", "none").statusCode(404).body("type", equalTo("/problems/folder-unknown"));
        pull("main", "../../..").statusCode(404).body("type", equalTo("/problems/folder-unknown"));
        pull("main", "/etc").statusCode(404).body("type", equalTo("/problems/folder-unknown"));
        pull("main", "a\0b")
                .statusCode(400)
                .body("detail", containsString("the field folder holds a control character"));
        assertThat(leftovers()).isEqualTo(before);
    }

    @Test
    void refusesADesignWithErrorsByCodeAndPlaceAndChangesNothing() throws Exception {
        Path making = folder.resolve("work/sheet-corner/cosmofab.yml");
        Files.writeString(
                making, Files.readString(making).replace("file: export/corners.stl", "file: ../../../../etc/passwd"));
        commit("A path that climbs out");
        work.push().setRemote(repository).setPushAll().call();
        List<Published> rows = published.all();
        pull("main", "sheet-corner")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/design-has-errors"))
                .body("code", startsWith("path-"))
                .body("detail", containsString("cosmofab.yml"))
                .body("detail", containsString("corners"));
        assertThat(published.all()).isEqualTo(rows);
        assertThat(leftovers()).isEqualTo(before);
    }

    @Test
    void saysThatARepositoryDoesNotAnswer() throws Exception {
        repository = folder.resolve("gone.git").toString();
        pull("main", "")
                .statusCode(503)
                .header("Retry-After", "60")
                .body("type", equalTo("/problems/repository-unreachable"));
        assertThat(leftovers()).isEqualTo(before);
    }

    private ValidatableResponse pull(String ref, String design) {
        return given().auth()
                .oauth2(tokens.of(Role.DESIGNER))
                .contentType(ContentType.JSON)
                .body(Map.of("repository", repository, "ref", ref, "folder", design))
                .post("/api/v1/designs")
                .then();
    }

    private void commit(String message) throws Exception {
        work.add().addFilepattern(".").call();
        work.commit()
                .setMessage(message)
                .setAuthor("Dina", "dina@example.org")
                .setCommitter("Dina", "dina@example.org")
                .setSign(false)
                .call();
    }

    private List<String> leftovers() throws IOException {
        Path designs = published.scratch().getParent();
        try (Stream<Path> all = Files.list(designs)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !name.matches("[0-9a-f]{64}"))
                    .sorted()
                    .toList();
        }
    }
}
