package org.cosmofab.orchestrator.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.orchestrator.accounting.JournalEntry;
import org.cosmofab.orchestrator.accounting.domain.Floors;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.LotId;
import org.cosmofab.orchestrator.kernel.MachineId;
import org.cosmofab.orchestrator.kernel.MaterialId;
import org.cosmofab.orchestrator.kernel.PartyId;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.materials.Lot;
import org.cosmofab.orchestrator.members.Party;
import org.cosmofab.orchestrator.members.Standing;
import org.cosmofab.orchestrator.settlement.domain.Policy;
import org.cosmofab.orchestrator.settlement.domain.Tariff;

/** The acceptance figures: what is given, and what must come out. */
public final class AcceptanceCases {
    public static final MachineId PRINTER = new MachineId("printer-1");
    public static final MaterialId PLA = new MaterialId("pla");
    public static final PartyId ODILE = new PartyId("odile");
    public static final PartyId ASSOCIATION = new PartyId("commons-association");
    public static final Policy POLICY = new Policy("v1", Instant.EPOCH, 120, 400, 250, true);

    private final JsonNode root;

    public AcceptanceCases() {
        try (InputStream file = AcceptanceCases.class.getResourceAsStream("/accounting/acceptance.json")) {
            root = new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Tariff tariff() {
        return new Tariff(
                "v1",
                Instant.EPOCH,
                Map.of(Process.PRINT, euro("printer_hour")),
                Map.of(),
                euro("kWh"),
                euro("operator_hour"));
    }

    public Lot lot() {
        return new Lot(new LotId("pla-lot-7"), PLA, "PLA lot 7", 2_000_000, euro("PLA_kg"));
    }

    /** What the job uses. */
    public Quantities quantities() {
        JsonNode job = root.get("job");
        return new Quantities(List.of(new Quantities.Line(
                "body",
                PRINTER,
                job.get("MS").longValue(),
                PLA,
                lot().id(),
                job.get("MG").longValue(),
                job.get("WH").longValue(),
                true,
                job.get("LS").longValue())));
    }

    public JsonNode expected(String name) {
        return root.get("cases").get(name);
    }

    public JsonNode field(String name) {
        return root.get(name);
    }

    /** The customer of a case, who has accepted the membership terms. */
    public Party customer(String name) {
        JsonNode given = expected(name);
        boolean forProfit = given.get("class").textValue().equals("for-profit");
        return new Party(
                new PartyId(given.get("customer").textValue()),
                forProfit ? Party.Kind.FIRM : Party.Kind.PERSON,
                "somebody",
                forProfit ? Standing.FOR_PROFIT : Standing.COMMONER,
                true);
    }

    /** Expected changes of each entry, by its description; account and unit in one key. */
    public Map<String, Map<String, Long>> postings() {
        Map<String, Map<String, Long>> postings = new HashMap<>();
        root.get("postings").forEach(entry -> {
            Map<String, Long> changes = new TreeMap<>();
            entry.get("postings")
                    .forEach(posting -> changes.merge(
                            posting.get("account").textValue()
                                    + " "
                                    + posting.get("unit").textValue(),
                            posting.get("amount").longValue(),
                            Long::sum));
            postings.put(entry.get("description").textValue(), changes);
        });
        return postings;
    }

    /** What an entry changes, in the same form. */
    public static Map<String, Long> changes(JournalEntry entry) {
        Map<String, Long> changes = new TreeMap<>();
        Floors.changes(entry.transfers())
                .forEach((account, amounts) -> amounts.forEach(
                        (commodity, amount) -> changes.put(account + " " + commodity, amount.minorUnits())));
        return changes;
    }

    /** Micro-euro of an object's fields, by party. */
    public static Map<String, Long> euros(JsonNode object) {
        Map<String, Long> amounts = new TreeMap<>();
        object.properties()
                .forEach(field ->
                        amounts.put(field.getKey(), microEuro(field.getValue().textValue())));
        return amounts;
    }

    public static long microEuro(String euro) {
        return new BigDecimal(euro).movePointRight(6).longValueExact();
    }

    private Amount euro(String rate) {
        return Amount.microEuro(microEuro(root.get("tariff_eur").get(rate).textValue()));
    }
}
