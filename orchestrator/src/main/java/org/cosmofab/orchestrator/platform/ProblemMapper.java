package org.cosmofab.orchestrator.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.ErrorPage;
import org.cosmofab.orchestrator.kernel.Problem;
import org.cosmofab.orchestrator.kernel.RefusedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every refusal, failure and bug of a request as a problem of RFC 9457. */
class ProblemMapper {
    private final Problems problems;
    private final ProblemWriter writer;

    ProblemMapper(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @ServerExceptionMapper
    Response refused(RefusedException exception, UriInfo uri, HttpHeaders headers) {
        return answer(problems.refused(exception.refusal(), path(uri)), uri, headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException exception, UriInfo uri, HttpHeaders headers) {
        return answer(problems.invalid(exception, path(uri)), uri, headers);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response malformed(Throwable exception, UriInfo uri, HttpHeaders headers) {
        return answer(problems.malformed((JsonProcessingException) exception, path(uri)), uri, headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notLoggedIn(UriInfo uri, HttpHeaders headers) {
        Problem problem = problems.of(EdgeProblem.LOGIN_REQUIRED, EdgeDetails.LOGIN_REQUIRED, path(uri));
        return answer(problem, uri, headers);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response notAllowed(UriInfo uri, HttpHeaders headers) {
        return answer(problems.of(EdgeProblem.NOT_ALLOWED, EdgeDetails.NOT_ALLOWED, path(uri)), uri, headers);
    }

    @ServerExceptionMapper(OptimisticLockException.class)
    Response changedMeanwhile(UriInfo uri, HttpHeaders headers) {
        return answer(
                problems.of(EdgeProblem.CHANGED_MEANWHILE, EdgeDetails.CHANGED_MEANWHILE, path(uri)), uri, headers);
    }

    /** What the framework answers by itself: no such path, wrong method, unreadable body. */
    @ServerExceptionMapper
    Response framework(WebApplicationException exception, UriInfo uri, HttpHeaders headers) {
        Response meant = exception.getResponse();
        if (meant.getStatus() < 400 || meant.hasEntity()) {
            return meant;
        }
        if (exception.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed, uri, headers);
        }
        if (meant.getStatus() >= 500) {
            return bug(exception, uri, headers);
        }
        EdgeProblem kind = EdgeProblem.of(meant.getStatus());
        return answer(problems.of(kind, EdgeDetails.of(kind), path(uri)), uri, headers);
    }

    /** Whoever asked has gone, for instance from a stream of events; nobody reads the answer, and nothing is wrong. */
    @ServerExceptionMapper
    Response gone(ClosedChannelException exception) {
        return Response.noContent().build();
    }

    @ServerExceptionMapper
    Response bug(Throwable bug, UriInfo uri, HttpHeaders headers) {
        return answer(problems.bug(bug, path(uri)), uri, headers);
    }

    private static String path(UriInfo uri) {
        return uri.getRequestUri().getPath();
    }

    private Response answer(Problem problem, UriInfo uri, HttpHeaders headers) {
        ProblemWriter.Asker asker = new ProblemWriter.Asker(
                path(uri),
                headers.getHeaderString(HttpHeaders.ACCEPT),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                Optional.ofNullable(headers.getCookies().get(ErrorPage.LANGUAGE_COOKIE))
                        .map(Cookie::getValue));
        ProblemWriter.Answer answer = writer.write(problem, asker);
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(answer.mediaType()).entity(answer.body());
        if (problem.status() == EdgeProblem.LOGIN_REQUIRED.status()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, EdgeDetails.challenge(asker.path()));
        }
        if (problem.facts().get("retryAfterSeconds") instanceof Number seconds) {
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        return response.build();
    }
}
