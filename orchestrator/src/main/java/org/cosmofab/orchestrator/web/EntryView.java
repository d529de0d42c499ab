package org.cosmofab.orchestrator.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cosmofab.orchestrator.accounting.BookedEntry;
import org.cosmofab.orchestrator.accounting.Transfer;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;

/**
 * An entry of the journal, account by account.
 *
 * @param sum of the money it moves; empty if it moves none
 */
public record EntryView(String number, String reason, Show.Moment when, String seal, String sum, List<Line> lines) {

    /**
     * One account's change.
     *
     * @param account as HTML that may be broken at its colons; names of accounts have no other signs than letters and digits
     */
    public record Line(String account, String debit, String credit) {}

    static EntryView of(BookedEntry booked, Locale locale, Show show) {
        Msg words = Words.common(locale);
        Map<String, Map<Commodity, Amount>> sums = new TreeMap<>();
        for (Transfer transfer : booked.entry().transfers()) {
            add(sums, transfer.debit().value(), transfer.amount());
            add(sums, transfer.credit().value(), transfer.amount().negated());
        }
        List<Line> lines = new ArrayList<>();
        sums.forEach((account, amounts) -> amounts.values().stream()
                .filter(amount -> !amount.isZero())
                .forEach(amount -> lines.add(new Line(
                        account.replace(":", ":<wbr>"),
                        amount.isPositive() ? show.quantity(amount) : "",
                        amount.isPositive() ? "" : show.quantity(amount.negated())))));
        lines.sort((a, b) -> Boolean.compare(a.debit().isEmpty(), b.debit().isEmpty()));
        Amount money = booked.entry().transfers().stream()
                .map(Transfer::amount)
                .filter(amount -> amount.commodity() == Commodity.EUR)
                .reduce(Amount.zero(Commodity.EUR), Amount::plus);
        return new EntryView(
                show.number(booked.number()),
                booked.entry().reason(),
                show.moment(booked.entry().occurredAt()),
                booked.seal().map(seal -> words.sealedNo(show.number(seal))).orElse(words.notSealedYet()),
                money.isZero() ? "" : show.euro(money),
                lines);
    }

    private static void add(Map<String, Map<Commodity, Amount>> sums, String account, Amount amount) {
        sums.computeIfAbsent(account, a -> new TreeMap<>()).merge(amount.commodity(), amount, Amount::plus);
    }
}
