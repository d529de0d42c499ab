package org.cosmofab.orchestrator.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.kernel.OperationId;
import org.cosmofab.orchestrator.kernel.QuoteId;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.cosmofab.orchestrator.making.Bench;
import org.cosmofab.orchestrator.making.MakingProfile;
import org.cosmofab.orchestrator.making.Samples;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.testing.OnEveryDatabase;
import org.cosmofab.orchestrator.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnEveryDatabase
@TestProfile(MakingProfile.class)
class OrdersTest {
    @Inject
    Orders orders;

    @Inject
    Heard heard;

    @Inject
    Tokens tokens;

    /** Hears what orders tell. */
    @ApplicationScoped
    static class Heard {
        private final List<Object> events = new CopyOnWriteArrayList<>();

        List<Object> events() {
            return events;
        }

        void placed(@Observes OrderPlaced event) {
            events.add(event);
        }

        void made(@Observes OrderMade event) {
            events.add(event);
        }
    }

    @BeforeEach
    void reset() {
        Bench.reset();
        heard.events().clear();
    }

    @Test
    void whatIsPlacedIsThereAsPlaced() {
        Order placed = Bench.order(2);

        assertThat(orders.find(placed.id())).contains(placed);
        assertThat(orders.byNumber(placed.number())).contains(placed);
        assertThat(orders.of(placed.operations().get(3).id())).contains(placed);
        assertThat(orders.at(Order.Stage.PLACED)).containsExactly(placed);
        assertThat(placed.number()).isGreaterThan(1000);
        assertThat(heard.events()).containsExactly(new OrderPlaced(placed.id()));
    }

    @Test
    void theSameQuoteMakesOneOrder() {
        NewOrder wanted = Samples.order(new QuoteId(new UUID(5, 5)), 1);

        Order first = orders.place(wanted).orThrow();
        Order again = orders.place(wanted).orThrow();

        assertThat(again).isEqualTo(first);
        assertThat(orders.newest(Long.MAX_VALUE, 100)).containsExactly(first);
    }

    @Test
    void numbersFollowEachOtherWhenManyPlaceAtOnce() throws Exception {
        // Each quote is accepted twice.
        List<Callable<Long>> placings = IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Long>) () -> orders.place(Samples.order(new QuoteId(new UUID(6, i / 2)), 1))
                        .orThrow()
                        .number())
                .toList();

        List<Long> numbers = atOnce(placings).distinct().sorted().toList();

        assertThat(numbers).hasSize(8);
        assertThat(numbers)
                .isEqualTo(LongStream.range(numbers.get(0), numbers.get(0) + 8)
                        .boxed()
                        .toList());
        assertThat(orders.newest(Long.MAX_VALUE, 100)).hasSize(8);
    }

    @Test
    void theLastOperationDoneIsToldOnceAndKept() {
        Order placed = Bench.order(1);
        heard.events().clear();

        for (Operation operation : placed.operations()) {
            go(operation.id(), Operation.Stage.ASSIGNED, Operation.Stage.RUNNING, Operation.Stage.DONE);
        }
        go(placed.operations().get(0).id(), Operation.Stage.DONE);

        assertThat(Bench.order(placed).stage()).isEqualTo(Order.Stage.MADE);
        assertThat(Bench.order(placed).milestones())
                .containsOnlyKeys(Order.Stage.PLACED, Order.Stage.MAKING, Order.Stage.MADE);
        assertThat(heard.events()).containsExactly(new OrderMade(placed.id()));
    }

    @Test
    void operationsThatEndAtOnceAllCount() throws Exception {
        Order placed = Bench.order(4);
        List<Callable<Order>> endings = placed.operations().stream()
                .map(operation -> (Callable<Order>) () ->
                        go(operation.id(), Operation.Stage.ASSIGNED, Operation.Stage.RUNNING, Operation.Stage.DONE))
                .toList();

        atOnce(endings).toList();

        assertThat(Bench.order(placed).stage()).isEqualTo(Order.Stage.MADE);
        assertThat(heard.events()).containsOnlyOnce(new OrderMade(placed.id()));
    }

    @Test
    void moneyGoesItsWay() {
        Order placed = Bench.order(1);
        assertThat(kind(orders.settled(placed.id()))).isEqualTo(OrderRefusal.ORDER_STAGE_FORBIDS);
        for (Operation operation : placed.operations()) {
            go(operation.id(), Operation.Stage.ASSIGNED, Operation.Stage.DONE);
        }

        orders.settled(placed.id()).orThrow();
        orders.note(placed.id(), "waits for its payment");
        orders.paid(placed.id()).orThrow();
        orders.note(placed.id(), "");
        orders.distributed(placed.id()).orThrow();

        assertThat(Bench.order(placed).stage()).isEqualTo(Order.Stage.DISTRIBUTED);
        assertThat(Bench.order(placed).note()).isEmpty();
        assertThat(Bench.order(placed).milestones()).hasSize(6);
    }

    @Test
    void ordersAreReadPageByPageNewestFirst() {
        Order first = Bench.order(1);
        Order second = Bench.order(2);
        Order third = Bench.order(1);
        String ada = tokens.of(Samples.ADA, Role.REQUESTER);
        String bob = tokens.of(Samples.BOB, Role.REQUESTER);

        assertThat(orders.newest(Long.MAX_VALUE, 2)).containsExactly(third, second);
        assertThat(orders.newestOf(Samples.ADA, second.number(), 2)).containsExactly(first);
        assertThat(orders.newestOf(Samples.BOB, Long.MAX_VALUE, 2)).isEmpty();
        as(ada).get("/api/v1/orders?limit=2").then().body("number", contains((int) third.number(), (int)
                second.number()));
        as(ada).get("/api/v1/orders?limit=2&before={n}", second.number()).then().body("number", contains((int)
                first.number()));
        as(bob).get("/api/v1/orders?limit=2").then().body("$", hasSize(0));
        as(ada).get("/api/v1/orders?limit=501").then().statusCode(400);
    }

    @Test
    void thePageOfOrdersLinksToOlderOnes() {
        List<Order> placed =
                IntStream.range(0, 26).mapToObj(i -> Bench.order(1)).toList();
        String ada = tokens.of(Samples.ADA, Role.REQUESTER);
        long last = placed.get(1).number();

        as(ada).get("/orders")
                .then()
                .statusCode(200)
                .body(containsString("/orders/" + last))
                .body(not(containsString("/orders/" + placed.get(0).number())))
                .body(containsString("href=\"/orders?before=" + last + "\""));
        as(ada).get("/orders?before={n}", last)
                .then()
                .body(containsString("/orders/" + placed.get(0).number()))
                .body(not(containsString("?before=")));
        as(ada).header("Accept-Language", "fr").get("/orders").then().body(containsString("Commandes plus anciennes"));
    }

    @Test
    void whoHoldsAnOrderHoldsItAlone() throws Exception {
        Order order = Bench.order(1);
        orders.note(order.id(), "0");
        Callable<Boolean> increment = () -> QuarkusTransaction.requiringNew().call(() -> {
            int before = Integer.parseInt(orders.hold(order.id()).orElseThrow().note());
            orders.note(order.id(), String.valueOf(before + 1));
            return true;
        });

        atOnce(Collections.nCopies(20, increment)).toList();

        assertThat(Bench.order(order).note()).isEqualTo("20");
    }

    @Test
    void anOrderRemembersTheRulesItWasQuotedBy() {
        assertThat(Bench.order(Bench.order(1)).pricedBy()).contains(Samples.PRICED_BY);
    }

    @Test
    void anUnknownOperationIsRefused() {
        assertThat(kind(orders.operation(new OperationId(new UUID(9, 9)), Operation.Stage.ASSIGNED)))
                .isEqualTo(OrderRefusal.OPERATION_UNKNOWN);
    }

    @Test
    void aRequesterSeesItsOwnOrdersAndStaffSeesAll() {
        Order order = Bench.order(1);

        as(tokens.of(Samples.ADA, Role.REQUESTER))
                .get("/api/v1/orders")
                .then()
                .statusCode(200)
                .body("number", contains((int) order.number()))
                .body("[0].operations.stage", contains("WAITING", "WAITING", "WAITING"))
                .body("[0].stage", equalTo("PLACED"));
        as(tokens.of(Role.OPERATOR)).get("/api/v1/orders").then().body("$", hasSize(1));
        as(tokens.of(Samples.BOB, Role.REQUESTER)).get("/api/v1/orders").then().body("$", hasSize(0));
        as(tokens.of(Samples.BOB, Role.REQUESTER))
                .get("/api/v1/orders/{id}", order.id().toString())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/order-unknown"));
        given().get("/api/v1/orders").then().statusCode(401);
    }

    @Test
    void aRequesterCancelsWhatNoMachineWorksOn() {
        Order order = Bench.order(1);
        OperationId first = order.operations().get(0).id();
        String ada = tokens.of(Samples.ADA, Role.REQUESTER);
        go(first, Operation.Stage.ASSIGNED);

        as(ada).post("/api/v1/orders/{id}/cancel", order.id().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/order-in-work"))
                .body("operation", equalTo(first.toString()));
        go(first, Operation.Stage.WAITING);
        as(ada).post("/api/v1/orders/{id}/cancel", order.id().toString())
                .then()
                .statusCode(200)
                .body("stage", equalTo("CANCELLED"));
    }

    private Order go(OperationId operation, Operation.Stage... stages) {
        return Stream.of(stages)
                .map(stage -> orders.operation(operation, stage).orThrow())
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static Refusal.Kind kind(org.cosmofab.orchestrator.kernel.Result<Order> result) {
        return result.fold(
                order -> {
                    throw new AssertionError("not refused: " + order);
                },
                Refusal::kind);
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static <T> Stream<T> atOnce(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(8);
        try {
            List<Future<T>> futures = executor.invokeAll(work);
            Stream.Builder<T> results = Stream.builder();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results.build();
        } finally {
            executor.shutdownNow();
        }
    }
}
