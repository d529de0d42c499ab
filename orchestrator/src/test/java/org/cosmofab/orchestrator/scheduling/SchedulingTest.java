package org.cosmofab.orchestrator.scheduling;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cosmofab.orchestrator.making.Samples.LASER;
import static org.cosmofab.orchestrator.making.Samples.NOON;
import static org.cosmofab.orchestrator.making.Samples.PRINTER;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.machines.LiveState;
import org.cosmofab.orchestrator.machines.Machines;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.making.TestTime;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.preparation.FakePreparation;
import org.cosmofab.orchestrator.preparation.PreparationRefusal;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingProfile.class)
class SchedulingTest {
    private static final Duration ESTIMATE = FakePreparation.ESTIMATE;

    @Inject
    Scheduling scheduling;

    @Inject
    Orders orders;

    @Inject
    Machines machines;

    @Inject
    FakePreparation preparation;

    @Inject
    TestTime time;

    @Inject
    Tokens tokens;

    @BeforeEach
    void reset() {
        Bench.reset();
    }

    @Test
    void beforeTheFirstPlanThereIsNothing() {
        assertThat(scheduling.current().placements()).isEmpty();
    }

    @Test
    void whatIsPublishedIsWhatWasPlanned() {
        Order order = Bench.order(1);

        Schedule planned = scheduling.replan();

        assertThat(scheduling.current()).isEqualTo(planned);
        assertThat(planned.placements())
                .containsExactlyInAnyOrder(
                        placed(order, 0, PRINTER, 0), placed(order, 1, LASER, 0), placed(order, 2, LASER, 900));
    }

    @Test
    void aPartIsPreparedOncePerMachineHoweverManyCopiesWait() {
        Bench.order(20);
        Bench.order(5);

        assertThat(scheduling.replan().placements()).hasSize(75);
        assertThat(preparation.asked()).isEqualTo(2);
        scheduling.replan();
        assertThat(preparation.asked()).isEqualTo(4);
    }

    @Test
    void aSecondPlanReplacesTheFirst() {
        Order order = Bench.order(1);
        scheduling.replan();
        machines.heard(PRINTER, Samples.live(LiveState.State.UNREACHABLE, false));
        orders.cancel(Bench.order(1).id()).orThrow();

        Schedule planned = scheduling.replan();

        assertThat(scheduling.current()).isEqualTo(planned);
        assertThat(planned.placements()).hasSize(2);
        assertThat(planned.unplaced())
                .containsOnlyKeys(order.operations().get(0).id());
        assertThat(planned.unplaced().values())
                .containsExactly(new Schedule.Waiting(
                        Schedule.Waiting.Code.MACHINE_OUT_OF_REACH,
                        Map.of("part", "shade", "machine", "printer-1", "process", "PRINT")));
    }

    @Test
    void aPinnedOperationStaysUntilItLeavesItsMachine() {
        Order order = Bench.order(1);
        OperationId foot = order.operations().get(1).id();
        orders.operation(foot, Operation.Stage.ASSIGNED).orThrow();
        scheduling.pin(foot, LASER, ESTIMATE);
        time.pass(Duration.ofMinutes(2));

        Schedule pinned = scheduling.replan();
        orders.operation(foot, Operation.Stage.NEEDS_PERSON).orThrow();
        Schedule after = scheduling.replan();

        assertThat(pinned.placements())
                .contains(new Placement(foot, LASER, NOON, NOON.plus(ESTIMATE), true))
                .contains(placed(order, 2, LASER, 900));
        assertThat(after.placements()).extracting(Placement::operation).doesNotContain(foot);
        assertThat(after.placements()).contains(placed(order, 2, LASER, 120));
    }

    @Test
    void aPartThatIsTooLargeSaysSo() {
        preparation.refuse("shade", Refusal.of(PreparationRefusal.PART_TOO_LARGE, "shade is 240 mm wide"));
        Order order = Bench.order(1);

        Schedule.Waiting waiting =
                scheduling.replan().unplaced().get(order.operations().get(0).id());

        assertThat(waiting.code()).isEqualTo(Schedule.Waiting.Code.DOES_NOT_FIT);
        assertThat(waiting.facts()).containsEntry("reason", "shade is 240 mm wide");
    }

    @Test
    void aPromiseComesAfterWhatIsOrdered() {
        // One lamp: two feet on the laser, with handling between: 25 minutes.
        assertThat(scheduling.promise(Samples.lamp(), 1).orThrow()).isEqualTo(NOON.plusSeconds(1500 + 225 + 600));

        Bench.order(1);

        // After the ordered one: 30 minutes later.
        assertThat(scheduling.promise(Samples.lamp(), 1).orThrow()).isEqualTo(NOON.plusSeconds(3300 + 495 + 600));
    }

    @Test
    void aPromiseForWhatCanNeverBeMadeIsRefused() {
        preparation.refuse("foot", Refusal.of(PreparationRefusal.DRAWING_UNSAFE, "line 3: a script"));

        Refusal refusal = scheduling
                .promise(Samples.lamp(), 1)
                .fold(
                        promised -> {
                            throw new AssertionError("promised for " + promised);
                        },
                        no -> no);

        assertThat(refusal.kind()).isEqualTo(SchedulingRefusal.CANNOT_BE_MADE_HERE);
        assertThat(refusal.detail()).contains("foot").contains("line 3: a script");
        assertThat(refusal.facts()).containsEntry("code", "PROGRAM_REFUSED");
    }

    @Test
    void theScheduleIsForWhoIsLoggedIn() {
        Bench.order(1);
        scheduling.replan();

        given().auth()
                .oauth2(tokens.of(Role.REQUESTER))
                .get("/api/v1/schedule")
                .then()
                .statusCode(200)
                .body("placements", hasSize(3))
                .body("placements[0].machine", equalTo("laser-1"))
                .body("plannedAt", equalTo(NOON.toString()));
        given().get("/api/v1/schedule").then().statusCode(401);
    }

    private static Placement placed(
            Order order, int index, org.cosmofab.orchestrator.kernel.MachineId machine, long startSeconds) {
        return new Placement(
                order.operations().get(index).id(),
                machine,
                NOON.plusSeconds(startSeconds),
                NOON.plusSeconds(startSeconds).plus(ESTIMATE),
                false);
    }
}
