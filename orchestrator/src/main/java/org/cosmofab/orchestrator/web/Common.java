package org.cosmofab.orchestrator.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.kernel.Process;
import org.cosmofab.orchestrator.orders.Operation;
import org.cosmofab.orchestrator.orders.Order;
import org.jspecify.annotations.Nullable;

/** Small things that several pages show alike. */
final class Common {

    private Common() {}

    /** A name with a page of its own, if it has one. */
    public record Linked(String name, @Nullable String link) {}

    /** A person and the work put in, with the share it gives. */
    public record Person(String name, String work, String share) {}

    static String process(Process process, Msg words) {
        return switch (process) {
            case PRINT -> words.processPrint();
            case LASER -> words.processLaser();
            case MILL -> words.processMill();
        };
    }

    /** The part that an operation makes, and which copy of how many. */
    static String part(Order order, Operation operation) {
        long copies = order.operations().stream()
                .filter(each -> each.part().equals(operation.part()))
                .count();
        return copies > 1 ? operation.part() + " " + operation.copy() + "/" + copies : operation.part();
    }

    /** A licence's name as people say it, where its identifier is not that. */
    static String licenceName(DesignVersion design) {
        return design.licence().replace("LicenseRef-PPL", "Peer Production License");
    }

    static String licenceLook(DesignVersion design) {
        return design.licenceClass() == DesignVersion.LicenceClass.OPEN ? "ok" : "off";
    }

    /** The licence as written, with what it means if it is not an open one. */
    static String licence(DesignVersion design, RuleMsg words) {
        return switch (design.licenceClass()) {
            case OPEN -> licenceName(design);
            case PEER_PRODUCTION, NON_COMMERCIAL, COOPYLEFT -> licenceName(design) + " · " + words.classRestricted();
            case UNKNOWN -> licenceName(design) + " · " + words.classUnknown();
        };
    }

    static List<Linked> parents(DesignVersion design, Catalog catalog, String language) {
        return design.parents().stream()
                .map(parent -> parent.version()
                        .flatMap(catalog::version)
                        .map(version -> new Linked(
                                version.title(language) + " " + version.version(), "/designs/" + version.slug()))
                        .orElseGet(() -> new Linked(parent.name(), null)))
                .toList();
    }

    static List<Person> people(DesignVersion design, Names names, Show show) {
        long all = design.contributions().stream()
                .mapToLong(DesignVersion.Contribution::seconds)
                .sum();
        return design.contributions().stream()
                .map(work -> new Person(
                        names.party(work.party(), Locale.forLanguageTag(show.language())),
                        show.duration(work.seconds()),
                        all == 0 ? "–" : show.percent((double) work.seconds() / all)))
                .toList();
    }

    static Optional<String> picture(DesignVersion design) {
        return design.pictures().stream().findFirst().map(path -> file(design, path));
    }

    static String file(DesignVersion design, String path) {
        return "/api/v1/designs/" + design.id() + "/files/" + path.replace(" ", "%20");
    }
}
