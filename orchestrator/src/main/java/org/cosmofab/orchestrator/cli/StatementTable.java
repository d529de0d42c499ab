package org.cosmofab.orchestrator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** A quote beside what was measured, for a terminal. */
final class StatementTable {
    private final PrintWriter out;

    StatementTable(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode quoted, JsonNode measured) {
        out.printf("  %-34s %16s %10s %10s%n", "", "measured use", "quoted €", "actual €");
        for (JsonNode line : measured.path("lines")) {
            JsonNode before = same(quoted.path("lines"), line);
            out.printf(
                    "  %-34s %16s %10s %10s%n",
                    line.path("what").asText().toLowerCase(Locale.ROOT) + ", "
                            + line.path("about").asText(),
                    line.at("/quantity/minorUnits").asLong() == 0 ? "not measured" : quantity(line.path("quantity")),
                    euro(before.path("amount")),
                    euro(line.path("amount")));
        }
        out.printf(
                "  %-34s %16s %10s %10s%n",
                "to the commons (rule " + measured.at("/decision/rule").asText() + ", "
                        + measured.at("/decision/enforceability").asText().toLowerCase(Locale.ROOT) + ")",
                "",
                euro(quoted.path("feeCash")),
                euro(measured.path("feeCash")));
        out.printf("  %-34s %16s %10s %10s%n", "total", "", euro(quoted.path("total")), euro(measured.path("total")));
        out.flush();
    }

    private static JsonNode same(JsonNode quoted, JsonNode line) {
        for (JsonNode before : quoted) {
            boolean same = before.path("what").equals(line.path("what"))
                    && before.path("about").equals(line.path("about"));
            if (same) {
                return before;
            }
        }
        return MissingNode.getInstance();
    }

    static String euro(JsonNode amount) {
        return BigDecimal.valueOf(amount.path("minorUnits").asLong(), 6)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    static String quantity(JsonNode amount) {
        long units = amount.path("minorUnits").asLong();
        return switch (amount.path("commodity").asText()) {
            case "EUR" -> BigDecimal.valueOf(units, 6).toPlainString() + " €";
            case "MS", "LS" -> units / 60 + " min " + units % 60 + " s";
            case "MG" -> BigDecimal.valueOf(units, 3).setScale(1, RoundingMode.HALF_UP) + " g";
            case "WH" -> units + " Wh";
            case "RC" -> BigDecimal.valueOf(units, 2) + " RC";
            default -> String.valueOf(units);
        };
    }
}
