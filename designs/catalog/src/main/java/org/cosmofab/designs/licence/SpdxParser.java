package org.cosmofab.designs.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses one SPDX licence expression: OR binds weaker than AND, AND weaker than WITH. */
final class SpdxParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[^\\s()]+)");
    private static final Pattern ID = Pattern.compile("(DocumentRef-[A-Za-z0-9.-]+:)?[A-Za-z0-9][A-Za-z0-9.-]*\\+?");
    private static final int DEPTH_MAX = 32;
    private static final int LENGTH_MAX = 1_000;

    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;

    SpdxParser(String text) {
        if (text.length() <= LENGTH_MAX) {
            Matcher matcher = TOKEN.matcher(text.strip());
            while (matcher.find()) {
                tokens.add(matcher.group(1));
            }
        }
    }

    Optional<SpdxExpression> parse() {
        return choice().filter(whole -> next == tokens.size());
    }

    private Optional<SpdxExpression> choice() {
        return terms("OR", this::conjunction, SpdxExpression.Or::new);
    }

    private Optional<SpdxExpression> conjunction() {
        return terms("AND", this::term, SpdxExpression.And::new);
    }

    private Optional<SpdxExpression> terms(
            String operator,
            Supplier<Optional<SpdxExpression>> operand,
            Function<List<SpdxExpression>, SpdxExpression> join) {
        List<SpdxExpression> all = new ArrayList<>();
        do {
            Optional<SpdxExpression> one = operand.get();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        } while (take(operator));
        return Optional.of(all.size() == 1 ? all.get(0) : join.apply(all));
    }

    private Optional<SpdxExpression> term() {
        if (take("(")) {
            if (++depth > DEPTH_MAX) {
                return Optional.empty();
            }
            Optional<SpdxExpression> inner = choice();
            depth--;
            return take(")") ? inner : Optional.empty();
        }
        return id().flatMap(this::licence);
    }

    private Optional<SpdxExpression> licence(String written) {
        LicenceList list = LicenceList.standard();
        boolean orLater = written.endsWith("+");
        String bare = orLater ? written.substring(0, written.length() - 1) : written;
        String id = list.entry(bare).map(LicenceList.Entry::id).orElse(bare);
        if (!take("WITH")) {
            return Optional.of(new SpdxExpression.Licence(id, orLater, Optional.empty()));
        }
        return id().map(exception -> new SpdxExpression.Licence(id, orLater, Optional.of(exception)));
    }

    private Optional<String> id() {
        if (next == tokens.size()
                || isOperator(tokens.get(next))
                || !ID.matcher(tokens.get(next)).matches()) {
            return Optional.empty();
        }
        return Optional.of(tokens.get(next++));
    }

    private static boolean isOperator(String token) {
        return token.equalsIgnoreCase("AND") || token.equalsIgnoreCase("OR") || token.equalsIgnoreCase("WITH");
    }

    /** Operators may be all upper or all lower case since SPDX 2.3. */
    private boolean take(String token) {
        if (next < tokens.size()
                && (tokens.get(next).equals(token) || tokens.get(next).equals(token.toLowerCase(Locale.ROOT)))) {
            next++;
            return true;
        }
        return false;
    }
}
