package org.cosmofab.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what compilers do not see, in the whole tree. */
class TidyTest {

    private static final Path ROOT =
            Path.of(System.getProperty("cosmofab.root", "..")).toAbsolutePath().normalize();

    private static final Set<String> ROOT_FILES = Set.of(
            "pom.xml",
            "cosmofab",
            "README.md",
            "ARCHITECTURE.md",
            "CONTRIBUTING.md",
            "CHANGELOG.md",
            "LICENSE",
            "docs",
            "firmware-bridge",
            "device-agents",
            "designs",
            "orchestrator",
            "target");

    private static final int MAIN_LINES = 400;
    private static final int TEST_LINES = 600;
    private static final int METHOD_LINES = 50;
    private static final int PARAMETERS = 6;

    private static final Pattern TODO_WITHOUT_NUMBER =
            Pattern.compile("(?m)(//|^\\s*/?\\*).*\\b(TODO\\b(?! \\(#\\d+\\))|FIXME\\b)");
    private static final Pattern EMPTY_CATCH = Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern METHOD_HEAD = Pattern.compile(
            "^    (?:    )?(?=\\S)(?:@\\w+ )?(?:(?:public|protected|private|static|final|synchronized|default|abstract) )*"
                    + "(?:<[^>]+> )?[\\w.<>\\[\\], ?@]+ \\w+\\((.*)$");

    @Test
    void onlyKnownFilesStandInTheRoot() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(name -> !name.startsWith(".")))
                    .isSubsetOf(ROOT_FILES);
        }
    }

    @Test
    void javaFilesAreNotTooLong() {
        assertThat(javaFiles().filter(f -> lines(f).size() > (isTest(f) ? TEST_LINES : MAIN_LINES)))
                .isEmpty();
    }

    @Test
    void methodsAreNotTooLong() {
        assertThat(javaFiles().flatMap(f -> longMethods(f).stream())).isEmpty();
    }

    @Test
    void methodsHaveFewParameters() {
        assertThat(javaFiles().filter(f -> !isTest(f)).flatMap(f -> crowdedMethods(f).stream()))
                .isEmpty();
    }

    @Test
    void todosHaveAnIssueNumberAndThereAreNoFixmes() {
        assertThat(javaFiles().filter(f -> !f.endsWith("TidyTest.java")).filter(f -> {
                    String text = text(f);
                    return TODO_WITHOUT_NUMBER.matcher(text).find() || text.contains("@author");
                }))
                .isEmpty();
    }

    @Test
    void noExceptionIsSwallowed() {
        assertThat(javaFiles().filter(f -> EMPTY_CATCH.matcher(text(f)).find())).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<Path> packages =
                javaFiles().filter(f -> !isTest(f)).map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
        assertThat(packages.stream().filter(p -> !Files.exists(p.resolve("package-info.java"))))
                .isEmpty();
    }

    @Test
    void linksInDocumentsLeadSomewhere() {
        assertThat(files(".md").flatMap(f -> deadLinks(f).stream())).isEmpty();
    }

    private static List<String> longMethods(Path file) {
        List<String> found = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (METHOD_HEAD.matcher(line).find()
                    && !line.contains("record ")
                    && !line.strip().startsWith("return")) {
                int end = endOfBlock(lines, i, indent(line));
                if (end - i + 1 > METHOD_LINES) {
                    found.add(file + ":" + (i + 1) + " has " + (end - i + 1) + " lines");
                }
            }
        }
        return found;
    }

    private static int endOfBlock(List<String> lines, int from, int indent) {
        String close = " ".repeat(indent) + "}";
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).equals(close)) {
                return i;
            }
            if (i == from && (lines.get(i).endsWith(";") || lines.get(i).endsWith("{}"))) {
                return from;
            }
        }
        return from;
    }

    private static List<String> crowdedMethods(Path file) {
        List<String> found = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = METHOD_HEAD.matcher(lines.get(i));
            boolean ours = i == 0 || !lines.get(i - 1).strip().equals("@Override");
            if (ours
                    && head.find()
                    && !lines.get(i).contains(" record ")
                    && !lines.get(i).contains(" new ")) {
                StringBuilder parameters = new StringBuilder(head.group(1));
                for (int j = i + 1;
                        j < lines.size() && parameters.indexOf("{") < 0 && parameters.indexOf(";") < 0;
                        j++) {
                    parameters.append(lines.get(j));
                }
                if (topLevelCommas(parameters.toString()) >= PARAMETERS) {
                    found.add(file + ":" + (i + 1));
                }
            }
        }
        return found;
    }

    /** Commas between parameters: those inside of type arguments and annotations do not count. */
    private static int topLevelCommas(String parameters) {
        int depth = 0;
        int commas = 0;
        for (char c : parameters.toCharArray()) {
            if (c == '<' || c == '(') {
                depth++;
            } else if (c == '>' || c == ')') {
                depth--;
                if (depth < 0) {
                    return commas;
                }
            } else if (c == ',' && depth == 0) {
                commas++;
            }
        }
        return commas;
    }

    private static List<String> deadLinks(Path document) {
        List<String> dead = new ArrayList<>();
        Matcher link = LINK.matcher(text(document));
        while (link.find()) {
            String target = link.group(1).replaceFirst("#.*", "");
            boolean local = !target.isEmpty() && !target.contains("://") && !target.startsWith("mailto:");
            if (local && !Files.exists(document.resolveSibling(target))) {
                dead.add(ROOT.relativize(document) + " -> " + target);
            }
        }
        return dead;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("/src/test/");
    }

    private static Stream<Path> javaFiles() {
        return files(".java");
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all
                    .filter(f -> f.toString().endsWith(ending))
                    .filter(f ->
                            !f.toString().contains("/target/") && !f.toString().contains("/.git/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
