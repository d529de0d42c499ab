package org.cosmofab.designs.sidecar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cosmofab.designs.content.ContentHash;
import org.cosmofab.designs.document.Node;
import org.cosmofab.designs.finding.FindingCode;
import org.cosmofab.designs.finding.Findings;
import org.cosmofab.designs.lineage.ParentRef;

/** Reads {@code contributions.yml}; its format is defined in designs/README.md. */
public final class ContributionsReader {

    private static final Set<String> KEYS = Set.of(SidecarFormat.KEY, "contributions", "parents");
    private static final Set<String> WORK_KEYS = Set.of("party", "name", "hours", "kind", "on", "evidence");
    private static final Set<String> PARENT_KEYS = Set.of("design", "version-hash", "repo", "version", "weight");
    private static final Pattern PARTY = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
    private static final Pattern KIND =
            Pattern.compile("design|documentation|translation|testing|software|pictures|other");
    private static final int PARENTS_MAX = 32;

    private final Findings findings;

    public ContributionsReader(Findings findings) {
        this.findings = findings;
    }

    public Contributions read(Node document) {
        StrictTable root = new StrictTable(document, KEYS, findings);
        SidecarFormat.check(root);
        List<Contribution> contributions = new ArrayList<>();
        root.eachTable("contributions", WORK_KEYS, work -> contribution(work).ifPresent(contributions::add));
        List<ParentRef> parents = new ArrayList<>();
        root.eachTable("parents", PARENT_KEYS, parent -> parent(parent).ifPresent(parents::add));
        if (parents.size() > PARENTS_MAX) {
            Node node = root.node("parents");
            findings.add(
                    FindingCode.VALUE_INVALID,
                    node.place(),
                    String.valueOf(parents.size()),
                    "at most " + PARENTS_MAX + " parents");
        }
        return new Contributions(contributions, parents);
    }

    private Optional<Contribution> contribution(StrictTable work) {
        Optional<String> party =
                work.requiredText("party", PARTY, "lower-case letters, digits, dots and hyphens, at most 40");
        Optional<String> name = work.name("name");
        work.requiredText("hours");
        Optional<BigDecimal> hours = work.decimal("hours", "0", "100000");
        Optional<String> kind = work.requiredText("kind", KIND, KIND.pattern().replace("|", ", "));
        Optional<LocalDate> on = work.requiredText("on").flatMap(text -> date(work, text));
        if (party.isEmpty() || name.isEmpty() || hours.isEmpty() || kind.isEmpty() || on.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Contribution(party.get(), name.get(), hours.get(), kind.get(), on.get(), work.text("evidence")));
    }

    private static Optional<LocalDate> date(StrictTable work, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            work.invalid(work.node("on"), "a date such as 2026-03-01");
            return Optional.empty();
        }
    }

    private Optional<ParentRef> parent(StrictTable parent) {
        Optional<String> design = parent.name("design");
        Optional<ContentHash> hash = parent.hash("version-hash", false);
        Optional<String> repo = parent.text("repo");
        Optional<String> version = parent.text("version");
        Optional<BigDecimal> weight = parent.decimal("weight", "0", "1000000");
        if (hash.isEmpty() && (repo.isEmpty() || version.isEmpty())) {
            findings.add(
                    FindingCode.PARENT_UNIDENTIFIED, parent.node("version-hash").place(), design.orElse("?"));
            return Optional.empty();
        }
        return design.map(title -> new ParentRef(title, hash, repo, version, weight.orElse(BigDecimal.ONE)));
    }
}
