package org.cosmofab.orchestrator.accounting.http;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.cosmofab.orchestrator.accounting.Entries.anEntry;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.cosmofab.orchestrator.accounting.Books;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@OnEveryDatabase
class BooksResourceTest {
    private final Books books;
    private final String mine = "t" + UUID.randomUUID();

    @Inject
    BooksResourceTest(Books books) {
        this.books = books;
    }

    @Test
    void anybodyReadsTheJournalPageByPage() {
        book();
        JournalEntry newest = book();

        Number next = when().get("/api/v1/books/journal?limit=1")
                .then()
                .statusCode(200)
                .body("entries", hasSize(1))
                .body("entries[0].id", equalTo(newest.id().toString()))
                .body("entries[0].occurredAt", equalTo("2026-09-01T08:00:00.123456Z"))
                .body("entries[0].transfers[0].amount.shown", equalTo("1.500000"))
                .body("entries[0].contentHash", notNullValue())
                .extract()
                .path("before");

        when().get("/api/v1/books/journal?limit=1&before=" + next)
                .then()
                .body("entries[0].number", equalTo(next.intValue() - 1));
    }

    @Test
    void aPageThatIsTooLongIsRefused() {
        when().get("/api/v1/books/journal?limit=501").then().statusCode(400);
        when().get("/api/v1/books/journal?limit=0").then().statusCode(400);
    }

    @Test
    void anybodyVerifiesTheChain() {
        book();
        books.seal();

        when().get("/api/v1/books/verify")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("fault", equalTo(""))
                .body("head.length()", equalTo(64))
                .body("asOf", notNullValue());
    }

    @Test
    void anybodyReadsBalancesByTheBeginningOfTheAccount() {
        book();

        when().get("/api/v1/books/accounts/" + mine)
                .then()
                .statusCode(200)
                .body("account", contains(mine + ":a", mine + ":b"))
                .body("[0].balances[0].minorUnits", equalTo(-1_500_000))
                .body("[1].balances[0].shown", equalTo("1.500000"));
    }

    @Test
    void aBeginningThatNoAccountCanHaveIsRefused() {
        when().get("/api/v1/books/accounts/a%25").then().statusCode(400);
    }

    @Test
    void theJsonExportHoldsWhatItsHashesCover() throws Exception {
        JournalEntry entry = book();

        String line = given().get("/api/v1/books/export/json")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(text -> text.contains(entry.id().toString()))
                .findFirst()
                .orElseThrow();

        JsonNode json = new ObjectMapper().readTree(line);
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(json.get("content").textValue().getBytes(StandardCharsets.UTF_8));
        assertThat(json.get("contentHash").textValue()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(new ObjectMapper()
                        .readTree(json.get("content").textValue())
                        .get("reason")
                        .textValue())
                .isEqualTo(entry.reason());
    }

    @Test
    void theHledgerExportPassesHledgersOwnCheck(@TempDir Path folder) throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/hledger")))
                .as("hledger is installed")
                .isTrue();
        book();
        String text = when().get("/api/v1/books/export/hledger")
                .then()
                .statusCode(200)
                .body(containsString("    " + mine + ":b  1.500000 EUR\n"))
                .extract()
                .asString();
        Path journal = Files.writeString(folder.resolve("books.journal"), text);

        assertThat(hledger(folder, journal, "check")).isEmpty();
        assertThat(hledger(folder, journal, "balance", mine, "--flat", "--no-total"))
                .contains("-1.500000 EUR  " + mine + ":a", "1.500000 EUR  " + mine + ":b");
    }

    private static String hledger(Path folder, Path journal, String... arguments)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        ProcessBuilder hledger = new ProcessBuilder("/usr/bin/hledger", "-f", journal.toString());
        hledger.command().addAll(List.of(arguments));
        hledger.environment().put("LC_ALL", "C.UTF-8");
        Process process = hledger.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }

    private JournalEntry book() {
        JournalEntry entry = anEntry()
                .because("bread; butter | jam, é")
                .moving(1_500_000, Commodity.EUR, mine + ":a", mine + ":b")
                .referring("order", "one, two")
                .build();
        books.book(entry);
        return entry;
    }
}
