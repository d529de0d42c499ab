package org.cosmofab.orchestrator.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything the pages say is said in both languages, and nothing is said in a template. */
class WordsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TEMPLATES = RESOURCES.resolve("templates/web");

    private static final Map<String, Class<?>> BUNDLES = Map.of(
            "msg", Msg.class,
            "floor", FloorMsg.class,
            "design", DesignMsg.class,
            "order", OrderMsg.class,
            "rule", RuleMsg.class);

    /** Words that are the same in both languages. */
    private static final Set<String> SAME = Set.of(
            "msg.machines",
            "msg.machine",
            "msg.journal",
            "msg.incidentIs",
            "floor.pause",
            "order.total",
            "order.totalQuoted",
            "rule.licence",
            "rule.rulePpl",
            "rule.ruleCoopyleft",
            "rule.ruleCommercial");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:#(?:else )?if )?(\\w+)[^}]*}");
    private static final Pattern USED_IN_TEMPLATE = Pattern.compile("\\b(msg|floor|design|order|rule):(\\w+)");

    static List<String> bundles() {
        return BUNDLES.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveEveryWord(String bundle) {
        Set<String> asked = Arrays.stream(BUNDLES.get(bundle).getDeclaredMethods())
                .map(Method::getName)
                .filter(name -> !name.contains("$"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(words(bundle, "en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(words(bundle, "fr").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesFillInTheSame(String bundle) {
        Properties english = words(bundle, "en");
        Properties french = words(bundle, "fr");

        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(french.getProperty(key)))
                    .as(bundle + "." + key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void frenchIsNotEnglish(String bundle) {
        Properties english = words(bundle, "en");
        Properties french = words(bundle, "fr");

        assertThat(english.stringPropertyNames().stream()
                        .filter(key -> english.getProperty(key).equals(french.getProperty(key)))
                        .map(key -> bundle + "." + key)
                        .filter(key -> !SAME.contains(key)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyWordIsUsed(String bundle) {
        String templates = files(TEMPLATES, ".html").map(WordsTest::text).collect(Collectors.joining());
        String code = files(Path.of("src/main/java/org/cosmofab/orchestrator/web"), ".java")
                .filter(file -> !file.getFileName().toString().endsWith("Msg.java"))
                .map(WordsTest::text)
                .collect(Collectors.joining());

        assertThat(words(bundle, "en").stringPropertyNames().stream()
                        .filter(key -> !templates.matches("(?s).*\\b" + bundle + ":" + key + "\\b.*"))
                        .filter(key -> !code.contains("." + key + "(")))
                .isEmpty();
    }

    @Test
    void templatesAskForWordsThatThereAre() {
        files(TEMPLATES, ".html").forEach(file -> {
            Matcher used = USED_IN_TEMPLATE.matcher(text(file));
            while (used.find()) {
                assertThat(words(used.group(1), "en").stringPropertyNames())
                        .as(file.toString())
                        .contains(used.group(2));
            }
        });
    }

    @Test
    void templatesSayNothingThemselves() {
        assertThat(files(TEMPLATES, ".html")
                        .flatMap(file -> Stream.of(visible(text(file)))
                                .filter(said -> said.matches("(?s).*\\p{L}.*"))
                                .map(said -> file.getFileName() + " says: " + said.strip())))
                .isEmpty();
    }

    /** What a template would show or read aloud by itself, names of things and languages aside. */
    private static String visible(String template) {
        String spoken = Pattern.compile("(?:alt|title|aria-label|placeholder)=\"([^\"]*)\"")
                .matcher(template)
                .results()
                .map(said -> said.group(1))
                .collect(Collectors.joining(" "));
        return (template + " " + spoken)
                .replaceAll("\\{[^{}]*}", " ")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("Cosmofab|API|English|Français", " ");
    }

    @Test
    void everyProblemIsExplainedInFrench() {
        Properties french = properties(RESOURCES.resolve("problems/fr.properties"));

        assertThat(french.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(problems());
        french.forEach(
                (slug, said) -> assertThat(said.toString()).as(slug.toString()).matches("[^|]+\\|[^|]+\\|?"));
    }

    @Test
    void everyProblemIsCalledInEnglishAsWhereItIsRefused() {
        Properties english = properties(RESOURCES.resolve("problems/en.properties"));

        Map<String, String> said = new TreeMap<>();
        english.forEach((slug, title) -> said.put(slug.toString(), title.toString()));
        assertThat(said).isEqualTo(titles());
    }

    private static Set<String> problems() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.cosmofab.orchestrator")
                        .stream()
                        .filter(type -> type.isEnum()
                                && (type.isAssignableTo(Refusal.Kind.class)
                                        || type.getSimpleName().equals("EdgeProblem")))
                        .flatMap(WordsTest::constants)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new TreeMap<>();
        new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.cosmofab.orchestrator")
                        .stream()
                        .filter(type -> type.isEnum()
                                && (type.isAssignableTo(Refusal.Kind.class)
                                        || type.getSimpleName().equals("EdgeProblem")))
                        .flatMap(type -> Arrays.stream(type.reflect().getEnumConstants()))
                        .forEach(constant -> titles.put(slug(constant), title(constant)));
        return titles;
    }

    private static String slug(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(Object constant) {
        try {
            Method title = constant.getClass().getDeclaredMethod("title");
            title.setAccessible(true);
            return (String) title.invoke(constant);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> constants(JavaClass type) {
        return Arrays.stream(type.reflect().getEnumConstants()).map(WordsTest::slug);
    }

    private static Set<String> placeholders(String said) {
        return PLACEHOLDER
                .matcher(said)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("if"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties words(String bundle, String language) {
        return properties(RESOURCES.resolve("messages/" + bundle + "_" + language + ".properties"));
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
