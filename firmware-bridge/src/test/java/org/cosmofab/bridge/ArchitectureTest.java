package org.cosmofab.bridge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Holds the rules of ARCHITECTURE.md for this library. */
@AnalyzeClasses(packages = "org.cosmofab.bridge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String GCODE = "org.cosmofab.bridge.gcode..";

    @ArchTest
    static final ArchRule gcodeIsPlainJava = classes()
            .that()
            .resideInAPackage(GCODE)
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage(GCODE))
                    .or(resideInAPackage("org.jspecify.."))
                    .or(DescribedPredicate.describe("primitives", c -> c.isPrimitive() || c.isArray())))
            .because("rule A3: decisions are plain Java");

    @ArchTest
    static final ArchRule gcodeTouchesNoFilesNetworkOrThreads = noClasses()
            .that()
            .resideInAPackage(GCODE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
            .because("rule A3: G-code is a pure function of text");

    @ArchTest
    static final ArchRule onlyWiresTouchSerialPorts = noClasses()
            .that()
            .resideOutsideOfPackage("org.cosmofab.bridge..serial..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fazecast..")
            .because("rule A3: a port has one owner");

    @ArchTest
    static final ArchRule theLibraryKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("org.cosmofab.bridge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta..",
                    "javax.inject..",
                    "org.eclipse.microprofile..",
                    "org.eclipse.paho..",
                    "com.hivemq..")
            .because("rule A3: no Quarkus, no CDI, no MQTT");

    @ArchTest
    static final ArchRule theLibraryKnowsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("org.cosmofab.bridge..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.cosmofab..")
                    .and(DescribedPredicate.not(resideInAPackage("org.cosmofab.bridge.."))))
            .because("rule A1");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.cosmofab.bridge.(*)..")
            .should()
            .beFreeOfCycles()
            .because("rule A1");

    @ArchTest
    static final ArchRule timeAndChanceStayOutOfGcode = noClasses()
            .that()
            .resideInAPackage(GCODE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .because("rule A5");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Base")
            .orShould()
            .haveNameMatching(".*\\.I[A-Z][a-z]\\w*")
            .because("rule A8");

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("rule A9");

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because("rule A9");

    @ArchTest
    static final ArchRule noFieldInjection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION.because("rule A9");
}
