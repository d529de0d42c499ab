package org.cosmofab.designs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

@AnalyzeClasses(packages = "org.cosmofab.designs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.cosmofab.designs";

    /** This table is the architecture: a package uses only what its row allows; the front door may use all but git. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "finding", Set.of(),
            "content", Set.of("finding"),
            "document", Set.of("finding"),
            "licence", Set.of("finding"),
            "manifest", Set.of("finding", "content", "document", "licence"),
            "part", Set.of("content", "manifest"),
            "lineage", Set.of("content"),
            "sidecar", Set.of("finding", "content", "document", "part", "lineage"),
            "git", Set.of("content"),
            "", Set.of("finding", "content", "document", "licence", "manifest", "part", "lineage", "sidecar"));

    @ArchTest
    static void packagesUseOnlyWhatTheyMay(JavaClasses classes) {
        classes()
                .should(useOnlyWhatTheyMay())
                .because("the table MAY_USE is the architecture")
                .check(classes);
    }

    private static ArchCondition<JavaClass> useOnlyWhatTheyMay() {
        return new ArchCondition<>("use only the packages that the table allows") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                String own = room(item);
                Set<String> allowed = MAY_USE.getOrDefault(own, Set.of());
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (target.getPackageName().startsWith(ROOT)) {
                        String used = room(target);
                        boolean good = MAY_USE.containsKey(own) && (used.equals(own) || allowed.contains(used));
                        events.add(new SimpleConditionEvent(item, good, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }

    @ArchTest
    static final ArchRule usesFewLibraries = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.cosmofab.designs..",
                    "com.fasterxml.jackson..",
                    "org.eclipse.jgit..",
                    "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule onlyGitKnowsGit = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".git")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jgit..");

    @ArchTest
    static final ArchRule onlyDocumentKnowsJackson = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".document")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Base|\\.I[A-Z][a-z]\\w*)")
            .because("a name tells what a thing is");

    @ArchTest
    static final ArchRule timeAndChanceComeFromOutside = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
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
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule nobodyWritesToStandardStreams = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nobodyThrowsGenericExceptions = GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule nobodyStartsAProcess = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .orShould()
            .callMethod(Runtime.class, "exec", String.class);

    @ArchTest
    static final ArchRule numbersOfOthersAreExact = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .because("shares and settings are exact");
}
