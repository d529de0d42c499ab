package org.cosmofab.orchestrator.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.cosmofab.orchestrator.catalog.Catalog;
import org.cosmofab.orchestrator.catalog.DesignVersion;
import org.cosmofab.orchestrator.fabrication.Attempt;
import org.cosmofab.orchestrator.kernel.Amount;
import org.cosmofab.orchestrator.kernel.Commodity;
import org.cosmofab.orchestrator.kernel.OrderId;
import org.cosmofab.orchestrator.orders.Orders;
import org.cosmofab.orchestrator.passports.Passport;
import org.cosmofab.orchestrator.passports.Passports;

/** The public page of one made thing. */
@Path("/passports")
@Produces(MediaType.TEXT_HTML)
@Blocking
class PassportPageResource {
    private final Template template;
    private final Passports passports;
    private final Orders orders;
    private final Catalog catalog;
    private final Names names;
    private final Frame frame;

    PassportPageResource(
            @Location("web/passport") Template template,
            Passports passports,
            Orders orders,
            Catalog catalog,
            Names names,
            Frame frame) {
        this.template = template;
        this.passports = passports;
        this.orders = orders;
        this.catalog = catalog;
        this.names = names;
        this.frame = frame;
    }

    /** The passport as a page shows it. */
    public record View(
            String title,
            String workshop,
            Show.Moment when,
            List<Fact> facts,
            List<Made> made,
            String qr,
            String designLink,
            String design,
            String licence,
            String licenceLook,
            String hash,
            List<Common.Person> people,
            List<Common.Linked> lineage) {}

    /** What is in the thing. */
    public record Fact(String name, String value) {}

    /** What made a part of it. */
    public record Made(String part, String machine, String lot, String program, String shortProgram) {}

    @GET
    @PermitAll
    @Path("/{order}")
    public TemplateInstance one(@PathParam("order") UUID order) {
        Passport passport = passports.of(new OrderId(order)).orElseThrow(NotFoundException::new);
        return frame.around(
                template.data("passport", view(passport, frame.publicly("/passports/" + order))), "designs");
    }

    private View view(Passport passport, String link) {
        Locale locale = frame.locale();
        Show show = frame.show();
        DesignVersion design = passport.design();
        List<Common.Linked> lineage = new ArrayList<>(Common.parents(design, catalog, locale.getLanguage()));
        lineage.add(new Common.Linked(
                design.title(locale.getLanguage()) + " " + design.version(), "/designs/" + design.slug()));
        return new View(
                design.title(locale.getLanguage()) + " ×" + passport.quantity(),
                Names.workshop(passport.workshop(), locale),
                show.moment(passport.madeAt()),
                facts(passport, locale, show),
                made(passport, show),
                QrCode.svg(link),
                "/designs/" + design.slug(),
                design.title(locale.getLanguage()) + " " + design.version(),
                Common.licence(design, Words.rule(locale)),
                Common.licenceLook(design),
                design.id().value(),
                Common.people(design, names, show),
                lineage);
    }

    private static List<Fact> facts(Passport passport, Locale locale, Show show) {
        Msg words = Words.common(locale);
        return List.of(
                new Fact(words.machineTime(), sum(passport, Commodity.MS, Attempt.Used::machineSeconds, show)),
                new Fact(words.materialWord(), sum(passport, Commodity.MG, Attempt.Used::milligrams, show)),
                new Fact(words.energyWord(), sum(passport, Commodity.WH, Attempt.Used::wattHours, show)),
                new Fact(words.labourWord(), sum(passport, Commodity.LS, Attempt.Used::labourSeconds, show)),
                new Fact(words.citationWord(), "1"));
    }

    private static String sum(
            Passport passport, Commodity commodity, ToLongFunction<Attempt.Used> quantity, Show show) {
        long sum = passport.attempts().stream()
                .flatMap(a -> a.used().stream())
                .mapToLong(quantity)
                .sum();
        return show.quantity(new Amount(sum, commodity));
    }

    private List<Made> made(Passport passport, Show show) {
        return passport.attempts().stream()
                .map(attempt -> new Made(
                        part(passport, attempt),
                        names.machine(attempt.machine().value()),
                        attempt.used().map(u -> names.lot(u.lot().value())).orElse("–"),
                        attempt.program().value(),
                        show.shortly(attempt.program().value())))
                .toList();
    }

    private String part(Passport passport, Attempt attempt) {
        return orders.find(passport.order())
                .flatMap(order -> order.operations().stream()
                        .filter(o -> o.id().equals(attempt.operation()))
                        .findFirst()
                        .map(operation -> Common.part(order, operation)))
                .orElse("–");
    }
}
