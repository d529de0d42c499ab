package org.cosmofab.designs.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cosmofab.designs.finding.FindingCode;

/** The rules for names and paths of a design, the same for folders, manifests and git trees. */
public final class SafePath {

    private static final int NAME_LENGTH_MAX = 255;
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final Pattern SCHEME_OR_DRIVE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

    private SafePath() {}

    /** Whether one step of a path is a plain name on every system that may check it out. */
    public static boolean isSafeName(String name) {
        return !name.isEmpty()
                && name.length() <= NAME_LENGTH_MAX
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == '/' || c == '\\');
    }

    public static boolean isWebAddress(String text) {
        return WEB.matcher(text).matches();
    }

    /** What is wrong with a path that a manifest names, if anything is; a leading slash means the folder. */
    public static Optional<FindingCode> flaw(String path) {
        if (path.indexOf('\\') >= 0) {
            return Optional.of(FindingCode.PATH_BACKSLASH);
        }
        if (SCHEME_OR_DRIVE.matcher(path).matches() || path.startsWith("//") || path.startsWith("~")) {
            return Optional.of(FindingCode.PATH_ABSOLUTE);
        }
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                return Optional.of(FindingCode.PATH_CLIMBS_OUT);
            }
        }
        return Optional.empty();
    }

    /** The path without leading slash, empty steps, {@code .} and trailing slash. */
    public static String normal(String path) {
        StringBuilder clean = new StringBuilder();
        for (String step : path.split("/")) {
            if (!step.isEmpty() && !step.equals(".")) {
                clean.append(clean.isEmpty() ? "" : "/").append(step);
            }
        }
        return clean.toString();
    }

    /** The form in which two names collide on a file system that ignores case or Unicode form. */
    public static String caseless(String path) {
        String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
        return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The text with what a terminal would act on replaced. */
    public static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
