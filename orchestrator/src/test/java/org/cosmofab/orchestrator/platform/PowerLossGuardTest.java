package org.cosmofab.orchestrator.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cosmofab.orchestrator.kernel.DataFolderLock;
import org.cosmofab.orchestrator.members.Parties;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Standing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(FileDatabaseProfile.class)
class PowerLossGuardTest {
    @Inject
    Checkpoints checkpoints;

    @Inject
    Parties parties;

    @ConfigProperty(name = "cosmofab.data")
    java.nio.file.Path data;

    @Test
    void whatWasWrittenIsOnTheDiskBeforeTheCommitReturns() {
        long before = checkpoints.made();

        parties.register(party()).orThrow();

        assertThat(checkpoints.made()).isEqualTo(before + 1);
    }

    @Test
    void readingCostsNoCheckpoint() {
        long before = checkpoints.made();

        parties.all();
        parties.find(Parties.WORKSHOP);

        assertThat(checkpoints.made()).isEqualTo(before);
    }

    @Test
    void anUpdateIsAWrite() {
        Party party = party();
        parties.register(party).orThrow();
        long before = checkpoints.made();

        parties.acceptTerms(party.id()).orThrow();

        assertThat(checkpoints.made()).isEqualTo(before + 1);
    }

    @Test
    void whatWasRolledBackCostsNoCheckpoint() {
        long before = checkpoints.made();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    parties.register(party()).orThrow();
                    throw new IllegalArgumentException("thrown by the test");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(checkpoints.made()).isEqualTo(before);
    }

    @Test
    void severalWritesOfOneTransactionCostOneCheckpoint() {
        long before = checkpoints.made();

        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, 5)
                        .forEach(i -> parties.register(party()).orThrow()));

        assertThat(checkpoints.made()).isEqualTo(before + 1);
    }

    @Test
    void manyWritersDoNotLockEachOtherOut() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(30);
        List<? extends Future<?>> done = IntStream.range(0, 90)
                .mapToObj(i -> writers.submit(() -> parties.register(party()).orThrow()))
                .toList();

        for (Future<?> one : done) {
            one.get(30, java.util.concurrent.TimeUnit.SECONDS);
        }
        writers.shutdown();
    }

    @Test
    void theFolderIsHeldWhileWeRun() {
        assertThatThrownBy(() -> new DataFolderLock(data)).hasMessageContaining("another orchestrator");
    }

    @Test
    void healthTellsOfTheDatabaseItsSafetyAndTheBroker() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'durability' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'broker' }.status", equalTo("UP"))
                .body("checks.find { it.name.startsWith('Database') }.status", equalTo("UP"));
    }

    private Party party() {
        return new Party(parties.newId(), Party.Kind.PERSON, "x", Standing.COMMONER, false);
    }
}
