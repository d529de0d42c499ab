package org.cosmofab.orchestrator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Holds the rules A1 to A9 of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.cosmofab.orchestrator", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.cosmofab.orchestrator";

    private static final Set<String> FEATURES = Set.of(
            "members",
            "catalog",
            "machines",
            "materials",
            "preparation",
            "orders",
            "scheduling",
            "fabrication",
            "accounting",
            "settlement",
            "quoting",
            "passports");

    /** The architecture: which room may use the front door of which. Everybody may use the kernel. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("kernel", Set.of()),
            entry("wire", Set.of()),
            entry("members", Set.of()),
            entry("catalog", Set.of("members")),
            entry("machines", Set.of("members", "materials", "wire")),
            entry("materials", Set.of()),
            entry("preparation", Set.of("catalog", "machines", "materials")),
            entry("orders", Set.of("members", "catalog")),
            entry("scheduling", Set.of("members", "catalog", "machines", "materials", "orders", "preparation")),
            entry(
                    "fabrication",
                    Set.of(
                            "members",
                            "catalog",
                            "machines",
                            "materials",
                            "orders",
                            "preparation",
                            "scheduling",
                            "wire")),
            entry("accounting", Set.of()),
            entry(
                    "settlement",
                    Set.of("members", "catalog", "machines", "materials", "orders", "fabrication", "accounting")),
            entry(
                    "quoting",
                    Set.of(
                            "members",
                            "catalog",
                            "machines",
                            "materials",
                            "preparation",
                            "orders",
                            "scheduling",
                            "settlement")),
            entry("passports", Set.of("members", "catalog", "orders", "fabrication", "accounting", "settlement")),
            entry("web", FEATURES),
            entry("cli", FEATURES),
            entry("platform", Set.of("members")));

    @ArchTest
    static final ArchRule roomsUseOnlyWhatTheTableAllows = classes()
            .that()
            .resideInAPackage(ROOT + "..")
            .should(useOnlyAllowedRooms())
            .because("rule A1");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().because("rule A1");

    @ArchTest
    static final ArchRule roomsMeetOnlyAtBasePackages = classes()
            .that()
            .resideInAPackage(ROOT + "..")
            .should(useOtherRoomsOnlyAtTheirFrontDoor())
            .because("rule A2");

    @ArchTest
    static final ArchRule domainIsPlainJava = classes()
            .that()
            .resideInAnyPackage(ROOT + "..domain..", ROOT + ".kernel..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("javax.crypto.."))
                    .or(resideInAPackage("org.cosmofab.."))
                    .or(resideInAPackage("org.apache.commons.math3.."))
                    .or(resideInAPackage("org.locationtech.jts.."))
                    .or(resideInAPackage("org.jspecify.."))
                    .or(DescribedPredicate.describe("primitives", c -> c.isPrimitive() || c.isArray())))
            .because("rule A3: decisions are plain Java");

    @ArchTest
    static final ArchRule domainCallsNoAdapter = noClasses()
            .that()
            .resideInAPackage(ROOT + "..domain..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..store..")
                    .or(resideInAPackage(ROOT + "..http.."))
                    .or(resideInAPackage(ROOT + "..mqtt.."))
                    .or(DescribedPredicate.describe(
                            "services", c -> c.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped"))))
            .because("rule A3: domain calls no service and no adapter");

    @ArchTest
    static final ArchRule entitiesLiveInStores = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .resideInAPackage("..store..")
            .andShould()
            .notBePublic()
            .because("rule A4");

    @ArchTest
    static final ArchRule rowsChangeThemselves = noClasses()
            .that()
            .areNotAnnotatedWith(Entity.class)
            .should()
            .setFieldWhere(DescribedPredicate.describe(
                    "of an entity", access -> access.getTargetOwner().isAnnotatedWith(Entity.class)))
            .because("rule A4: a change from outside of an entity's class is not seen, and is lost");

    @ArchTest
    static final ArchRule httpNeverSeesStores = noClasses()
            .that()
            .resideInAPackage(ROOT + "..http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "..store..")
            .because("rule A4");

    @ArchTest
    static final ArchRule timeAndChanceAreInjected = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".platform..", ROOT + ".cli..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .accessClassesThat()
            .belongToAnyOf(Random.class, ThreadLocalRandom.class)
            .because("rule A5: the simulator owns time and chance");

    @ArchTest
    static final ArchRule moneyIsCountedInIntegers = fields().that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(ROOT + ".kernel..", ROOT + ".accounting..", ROOT + ".settlement..")
            .should(notBeFloatingPoint())
            .because("rule A6");

    @ArchTest
    static final ArchRule resourcesAreCalledSo = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .andShould()
            .resideInAnyPackage("..http..", ROOT + ".web..")
            .because("rule A7");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base)(\\$.*)?")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .because("rule A8");

    @ArchTest
    static final ArchRule standardStreamsAreForTheCommandLine =
            NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("rule A9: verbs are given their streams");

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because("rule A9");

    @ArchTest
    static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("rule A9");

    @ArchTest
    static final ArchRule onlyGcodeOfTheBridge = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.cosmofab.bridge..")
                    .and(DescribedPredicate.not(resideInAPackage("org.cosmofab.bridge.gcode.."))))
            .because("rule A1: the orchestrator analyses G-code and drives nothing");

    @ArchTest
    static final ArchRule nothingUsesTransports = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "..http..", ROOT + "..mqtt..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "..http..", ROOT + "..mqtt..")
            .because("rule A2: transports are used by nobody");

    private static ArchCondition<JavaClass> useOnlyAllowedRooms() {
        return new ArchCondition<>("use only rooms that the table allows") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                String from = room(user);
                Set<String> allowed = MAY_USE.get(from);
                if (allowed == null) {
                    events.add(SimpleConditionEvent.violated(user, "unknown room: " + user.getName()));
                    return;
                }
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    String to = room(dependency.getTargetClass());
                    boolean fine = to.isEmpty() || to.equals(from) || to.equals("kernel") || allowed.contains(to);
                    if (!fine) {
                        events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> useOtherRoomsOnlyAtTheirFrontDoor() {
        return new ArchCondition<>("use other rooms only at their front door") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    String to = room(target);
                    boolean inside = !to.isEmpty() && !to.equals(room(user));
                    if (inside && !target.getPackageName().equals(ROOT + "." + to)) {
                        events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaField> notBeFloatingPoint() {
        return new ArchCondition<>("not be floating point") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                String type = field.getRawType().getName();
                boolean floating = Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                        .contains(type);
                if (floating && !field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is " + type));
                }
            }
        };
    }

    /** The room a class is in, or empty text outside of our root. */
    private static String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        String rest = name.substring(ROOT.length() + 1);
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
