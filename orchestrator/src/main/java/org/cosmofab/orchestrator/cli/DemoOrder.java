package org.cosmofab.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One order, told as it happens: quote, order, making, settlement, payment, distribution, passport. Does what people do,
 * through the API that people's programs use.
 */
final class DemoOrder {
    private static final String DESIGN = "parts-tray";
    /** What a promise may be late by: as long again, and some time of the computer's own. */
    private static final int LATE_MAX = 3;

    private static final Duration COMPUTING = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final Set<String> ENDED = Set.of("SETTLED", "PAID", "DISTRIBUTED", "CANCELLED");

    private final OpenWorkshop workshop;
    private final PrintWriter out;
    private final Api requester;
    private final Api operator;

    /** The order does not go on by itself. */
    static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stuck(String message) {
            super(message);
        }
    }

    DemoOrder(OpenWorkshop workshop, PrintWriter out) {
        this.workshop = workshop;
        this.out = out;
        this.requester = workshop.api(ExampleWorkshop.REQUESTER_LOGIN);
        this.operator = workshop.api(ExampleWorkshop.OPERATOR_LOGIN);
    }

    void run() throws InterruptedException {
        JsonNode design = design();
        say(
                "Publish     %s %s, %s",
                title(design),
                design.path("version").asText(),
                design.path("licence").asText());
        JsonNode quote = requester.post(
                "/quotes", Map.of("design", design.path("id").asText(), "quantity", 1, "use", "COMMERCIAL"));
        say(
                "Quote       %s € for Extracto SA, commercial use; promised %s",
                euro(quote.at("/statement/total")), hour(quote.path("promisedAt")));
        JsonNode order = requester.post("/quotes/" + quote.path("id").asText() + "/order", Map.of());
        say(
                "Order       %s: %d operations",
                order.path("number").asText(), order.path("operations").size());
        JsonNode made = make(order.path("id").asText(), patience(quote));
        settle(made, quote);
    }

    /** The library's design with a printed part and a laser-cut part. */
    private JsonNode design() throws InterruptedException {
        for (JsonNode design : requester.get("/designs")) {
            if (design.path("slug").asText().contains(DESIGN)) {
                return design;
            }
        }
        throw new Stuck("the design '" + DESIGN + "' is not in the catalog");
    }

    /** Real time until the order is given up; a person who clears the beds may take as long as they want. */
    private Optional<Duration> patience(JsonNode quote) {
        Duration promise = Duration.between(
                Instant.parse(quote.path("askedAt").asText()),
                Instant.parse(quote.path("promisedAt").asText()));
        return workshop.clearsItself()
                ? Optional.of(workshop.time()
                        .inRealTime(promise.multipliedBy(LATE_MAX))
                        .plus(COMPUTING))
                : Optional.empty();
    }

    private JsonNode make(String order, Optional<Duration> patience) throws InterruptedException {
        Optional<Instant> giveUp = patience.map(Instant.now()::plus);
        try (ProgressView progress = ProgressView.on(out)) {
            while (giveUp.isEmpty() || Instant.now().isBefore(giveUp.get())) {
                JsonNode now = requester.get("/orders/" + order);
                progress.show(operator.get("/machines"), operator.get("/orders/" + order + "/attempts"));
                if (ENDED.contains(now.path("stage").asText())) {
                    return now;
                }
                for (JsonNode operation : now.path("operations")) {
                    if (operation.path("stage").asText().equals("NEEDS_PERSON")) {
                        throw new Stuck("part " + operation.path("part").asText() + " needs a person: "
                                + reason(operator.get("/orders/" + order + "/attempts"))
                                + "; see " + workshop.address() + "/orders/"
                                + now.path("number").asText());
                    }
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
        throw new Stuck("it was not made within "
                + patience.orElseThrow().toMinutes() + " minutes, though "
                + LATE_MAX + " times its promise have passed");
    }

    private void settle(JsonNode order, JsonNode quote) throws InterruptedException {
        String id = order.path("id").asText();
        if (order.path("stage").asText().equals("CANCELLED")) {
            throw new Stuck("it was cancelled");
        }
        JsonNode statement = requester.get("/orders/" + id + "/statement");
        say("Settlement  measured against the quote:");
        new StatementTable(out).print(quote.path("statement"), statement);
        long cents = statement.at("/total/minorUnits").asLong() / 10_000;
        operator.post("/orders/" + id + "/payments", Map.of("amountCents", cents));
        say("Payment     %s € recorded", euro(statement.path("total")));
        JsonNode paid = requester.get("/orders/" + id);
        if (!paid.path("stage").asText().equals("DISTRIBUTED")) {
            throw new Stuck("it is paid, and not distributed: stage "
                    + paid.path("stage").asText());
        }
        for (JsonNode share : statement.path("shares")) {
            say("  to        %-22s %s €", share.path("party").asText(), euro(share.path("amount")));
        }
        say("Journal     entries of this order:");
        new JournalTable(out).print(requester.get("/books/journal?limit=50").path("entries"), id);
        String number = order.path("number").asText();
        say("Passport    %s/passports/%s", workshop.address(), id);
        say("Order       %s/orders/%s", workshop.address(), number);
        say("Books       %s/books", workshop.address());
    }

    private static String reason(JsonNode attempts) {
        String reason = "";
        for (JsonNode attempt : attempts) {
            reason = attempt.path("reason").asText(reason);
        }
        return reason;
    }

    private void say(String form, Object... values) {
        out.printf(form + "%n", values);
        out.flush();
    }

    private static String title(JsonNode design) {
        return design.at("/titles/en").asText();
    }

    static String euro(JsonNode amount) {
        return StatementTable.euro(amount);
    }

    private static String hour(JsonNode instant) {
        return java.time.format.DateTimeFormatter.ofPattern("EEE HH:mm", java.util.Locale.ENGLISH)
                .withZone(java.time.ZoneId.systemDefault())
                .format(Instant.parse(instant.asText()));
    }
}
