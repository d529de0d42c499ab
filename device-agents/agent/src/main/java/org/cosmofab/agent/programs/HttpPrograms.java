package org.cosmofab.agent.programs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.ProgramReference;
import org.cosmofab.agent.domain.ProgramSource;
import org.cosmofab.agent.domain.ProgramUnavailable;
import org.jspecify.annotations.Nullable;

/** Programs of an orchestrator. What may pass by itself (no answer, 5xx) is tried three times. */
public final class HttpPrograms implements ProgramSource, AutoCloseable {
    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final URI orchestrator;
    private final String authorization;
    private final long bytesMax;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    /**
     * Programs below an address.
     *
     * @param bytesMax the largest program this process can hold
     */
    public HttpPrograms(URI orchestrator, AgentId agent, String secret, long bytesMax) {
        this.orchestrator = orchestrator;
        this.bytesMax = bytesMax;
        byte[] credentials = (agent + ":" + secret).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @Override
    public byte[] fetch(ProgramReference program) {
        if (program.bytes() > bytesMax) {
            throw new ProgramUnavailable("the program has " + program.bytes() + " bytes, this agent takes " + bytesMax
                    + "; split the program or give the agent more memory");
        }
        ProgramUnavailable last = new ProgramUnavailable("the agent is stopping");
        for (int tried = 0; tried < TRIES && !closedWithin(tried == 0 ? Duration.ZERO : BETWEEN_TRIES); tried++) {
            try {
                return get(program);
            } catch (Passing e) {
                last = new ProgramUnavailable(e.getMessage(), e);
            }
        }
        throw last;
    }

    private byte[] get(ProgramReference program) throws Passing {
        URI uri = URI.create(orchestrator.toString().replaceAll("/+$", "") + program.path());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", authorization)
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                requireOk(uri, answer.statusCode());
                return body.readNBytes(Math.toIntExact(program.bytes() + 1));
            }
        } catch (IOException e) {
            throw new Passing("no answer from " + uri + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramUnavailable("the agent is stopping", e);
        }
    }

    private static void requireOk(URI uri, int status) throws Passing {
        if (status >= SERVER_ERROR) {
            throw new Passing(uri + " answered " + status, null);
        }
        if (status != OK) {
            throw new ProgramUnavailable(uri + " answered " + status);
        }
    }

    private boolean closedWithin(Duration wait) {
        try {
            return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Ends waiting between tries. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** A failure that may be over in a moment. */
    private static final class Passing extends Exception {
        private static final long serialVersionUID = 1L;

        Passing(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
