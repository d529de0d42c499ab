package org.cosmofab.agent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "org.cosmofab.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_WIRE_IS_ALL_THAT_IS_SHARED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.cosmofab.orchestrator..")
            .because("rule A1: between agent and orchestrator there is the wire, a document, and no code");

    @ArchTest
    static final ArchRule ROOMS_HAVE_NO_CIRCLES = slices().matching("org.cosmofab.agent.(*)..")
            .should()
            .beFreeOfCycles()
            .because("rule A1");

    @ArchTest
    static final ArchRule THE_DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..agent.domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify.annotations..",
                    "org.cosmofab.agent.domain..",
                    "org.cosmofab.bridge.machine..",
                    "org.cosmofab.bridge.time..")
            .because("rule A3: what may start is decided without disk, wire or clock");

    @ArchTest
    static final ArchRule MQTT_STAYS_IN_ITS_ROOM = noClasses()
            .that(not(resideInAPackage("..agent.mqtt..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.paho..")
            .because("rule A3: the client library is known in one place");

    @ArchTest
    static final ArchRule JSON_STAYS_IN_ITS_ROOMS = noClasses()
            .that(not(resideInAnyPackage("..agent.wire..", "..agent.journal..", "..agent.analysis..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..")
            .because("rule A3: what is decided does not depend on how it is written");

    @ArchTest
    static final ArchRule PORTS_ARE_KNOWN_WHERE_THEY_ARE_CONFIGURED = noClasses()
            .that(not(resideInAPackage("..agent.cli..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.cosmofab.bridge.serial..",
                    "org.cosmofab.bridge.tcp..",
                    "org.cosmofab.bridge.marlin..",
                    "org.cosmofab.bridge.grbl..",
                    "org.cosmofab.bridge.simulated..")
            .because("rule A2: an agent knows drivers by their port only");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_ARE_INJECTED = noClasses()
            .that(not(resideInAPackage("..agent.cli..")))
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
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .because("rule A5: a simulation owns time and chance; only the composition in cli takes real ones");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("rule A5: every wait has something that it waits for");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base)")
            .because("rule A8");

    @ArchTest
    static final ArchRule STANDARD_STREAMS_ARE_NOT_TOUCHED =
            noClasses().should(ACCESS_STANDARD_STREAMS).because("rule A9: verbs write to the stream they are given");

    @ArchTest
    static final ArchRule FAILURES_HAVE_NAMES =
            noClasses().should(THROW_GENERIC_EXCEPTIONS).because("rule A9");

    @ArchTest
    static final ArchRule DEPENDENCIES_COME_BY_CONSTRUCTOR =
            noFields().should().beAnnotatedWith("jakarta.inject.Inject").because("rule A9: no field injection");
}
