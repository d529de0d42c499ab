package org.cosmofab.orchestrator.platform;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cosmofab.orchestrator.kernel.IdSource;
import org.cosmofab.orchestrator.kernel.Problem;
import org.cosmofab.orchestrator.kernel.Refusal;
import org.jboss.logging.Logger;

/** Turns what went wrong into a problem; never shows an exception's class, message or trace of a bug. */
@ApplicationScoped
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final IdSource ids;

    Problems(IdSource ids) {
        this.ids = ids;
    }

    Problem refused(Refusal refusal, String path) {
        return new Problem(
                status(refusal.kind().category()),
                refusal.kind().slug(),
                refusal.kind().title(),
                refusal.detail(),
                path,
                refusal.facts());
    }

    private static int status(Refusal.Category category) {
        return switch (category) {
            case INVALID -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UNPROCESSABLE -> 422;
            case TOO_OFTEN -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    /** A problem of the edge, with a detail of its own. */
    Problem of(EdgeProblem kind, String detail, String path) {
        return new Problem(kind.status(), kind.slug(), kind.title(), detail, path, Map.of());
    }

    Problem invalid(ConstraintViolationException exception, String path) {
        List<Map<String, String>> violations = exception.getConstraintViolations().stream()
                .map(violation -> Map.of("field", field(violation), "message", violation.getMessage()))
                .sorted(Comparator.comparing(violation -> violation.get("field")))
                .toList();
        String detail = violations.stream()
                .map(violation -> violation.get("field") + " " + violation.get("message"))
                .collect(Collectors.joining("; "));
        EdgeProblem kind = EdgeProblem.REQUEST_INVALID;
        return new Problem(kind.status(), kind.slug(), kind.title(), detail, path, Map.of("violations", violations));
    }

    /** The path of a violation without the names of method and parameter, which mean nothing to a caller. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        String last = "";
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.toString();
            boolean ours = switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, PARAMETER, RETURN_VALUE, CROSS_PARAMETER -> false;
                default -> !last.isEmpty();
            };
            if (ours) {
                field.append(field.length() > 0 ? "." : "").append(last);
            }
        }
        return field.length() > 0 ? field.toString() : last;
    }

    /** Malformed JSON, or JSON that is not what is asked for: named by place. */
    Problem malformed(JsonProcessingException exception, String path) {
        String field = exception instanceof JsonMappingException mapping ? field(mapping) : "";
        JsonLocation location = exception.getLocation();
        String place =
                location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        boolean control = exception instanceof InvalidFormatException wrong && wrong.getTargetType() == String.class;
        String what = control
                ? "the field " + field + " holds a control character; leave it out"
                : field.isEmpty() ? "the body cannot be read as JSON" : "the field " + field + " has the wrong form";
        return of(EdgeProblem.JSON_MALFORMED, what + place, path);
    }

    private static String field(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(reference ->
                        reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName())
                .collect(Collectors.joining("."));
    }

    /** A bug: the caller gets an incident's number, the log the rest. */
    Problem bug(Throwable bug, String path) {
        String incident = ids.next().toString();
        LOG.errorf(bug, "incident %s at %s", incident, path);
        EdgeProblem kind = EdgeProblem.INTERNAL_ERROR;
        return new Problem(
                kind.status(),
                kind.slug(),
                kind.title(),
                "This is our fault. The log tells more under the incident's number.",
                "/incidents/" + incident,
                Map.of());
    }
}
