package org.cosmofab.orchestrator.platform;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.cosmofab.orchestrator.kernel.ErrorPage;
import org.cosmofab.orchestrator.kernel.Problem;

/** Answers as problems what never reaches a resource: paths that nobody serves, bodies too large, broken routes. */
@ApplicationScoped
class ProblemRoutes {
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 405, 406, 413, 415, 503);

    private final Problems problems;
    private final ProblemWriter writer;

    ProblemRoutes(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    void register(@Observes Router router) {
        for (int status : STATUSES) {
            router.errorHandler(status, context -> {
                EdgeProblem kind = EdgeProblem.of(status);
                answer(
                        context,
                        problems.of(
                                kind, EdgeDetails.of(kind), context.request().path()));
            });
        }
    }

    private void answer(RoutingContext context, Problem problem) {
        HttpServerRequest request = context.request();
        ProblemWriter.Asker asker = new ProblemWriter.Asker(
                request.path(),
                request.getHeader(HttpHeaders.ACCEPT),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                Optional.ofNullable(request.getCookie(ErrorPage.LANGUAGE_COOKIE))
                        .map(Cookie::getValue));
        ProblemWriter.Answer answer = writer.write(problem, asker);
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.mediaType())
                .end(answer.body());
    }
}
