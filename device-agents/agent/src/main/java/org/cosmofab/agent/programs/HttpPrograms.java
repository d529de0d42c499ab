package org.cosmofab.agent.programs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.cosmofab.agent.domain.AgentId;
import org.cosmofab.agent.domain.ProgramReference;
import org.cosmofab.agent.domain.ProgramSource;
import org.cosmofab.agent.domain.ProgramUnavailable;
import org.cosmofab.bridge.time.Ticker;
import org.jspecify.annotations.Nullable;

/**
 * Programs of an orchestrator. What may pass by itself (no answer, a stall, 5xx) is tried three times, within the patience
 * of whoever asks.
 */
public final class HttpPrograms implements ProgramSource {
    private static final int TRIES = 3;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration STALL = Duration.ofSeconds(30);
    private static final Duration FETCH_MAX = Duration.ofMinutes(10);
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final URI orchestrator;
    private final String authorization;
    private final long bytesMax;
    private final Duration stall;
    private final Ticker ticker = Ticker.system();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
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
        this(orchestrator, agent, secret, bytesMax, STALL);
    }

    /** @param stall without a byte until a try is given up */
    HttpPrograms(URI orchestrator, AgentId agent, String secret, long bytesMax, Duration stall) {
        this.orchestrator = orchestrator;
        this.bytesMax = bytesMax;
        this.stall = stall;
        byte[] credentials = (agent + ":" + secret).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @Override
    public byte[] fetch(ProgramReference program, Duration patience) {
        if (program.bytes() > bytesMax) {
            throw new ProgramUnavailable("the program has " + program.bytes() + " bytes, this agent takes " + bytesMax
                    + "; split the program or give the agent more memory");
        }
        Duration wait = patience.compareTo(FETCH_MAX) < 0 ? patience : FETCH_MAX;
        long deadline = ticker.nanos() + wait.toNanos();
        ProgramUnavailable last = new ProgramUnavailable("the agent is stopping, or the time was over before it began");
        for (int tried = 0; tried < TRIES && goesOn(tried == 0 ? Duration.ZERO : BETWEEN_TRIES, deadline); tried++) {
            try {
                return get(program, deadline);
            } catch (Passing e) {
                last = new ProgramUnavailable(e.getMessage(), e);
            }
        }
        throw last;
    }

    private byte[] get(ProgramReference program, long deadline) throws Passing {
        URI uri = URI.create(orchestrator.toString().replaceAll("/+$", "") + program.path());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .build();
        int most = Math.toIntExact(program.bytes() + 1);
        AtomicLong received = new AtomicLong();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, head -> new LimitedBody(head.statusCode() == OK ? most : 0, received));
        try {
            awaitEnd(uri, answer, received, deadline);
            HttpResponse<byte[]> whole = answer.join();
            requireOk(uri, whole.statusCode());
            return whole.body();
        } finally {
            answer.cancel(true);
        }
    }

    /** Returns when the answer is whole; a wait that brings nothing ends after the stall, any after the deadline. */
    private void awaitEnd(URI uri, CompletableFuture<?> answer, AtomicLong received, long deadline) throws Passing {
        CompletableFuture<Object> end = CompletableFuture.anyOf(answer, closed);
        long before = -1;
        while (!end.isDone()) {
            long left = deadline - ticker.nanos();
            long now = received.get();
            if (left <= 0 || now == before) {
                throw new Passing(uri + " did not deliver in time: " + now + " bytes came and then none", null);
            }
            before = now;
            awaitSlice(uri, end, Math.min(left, stall.toNanos()));
        }
        awaitSlice(uri, end, 0);
        if (!answer.isDone()) {
            throw new ProgramUnavailable("the agent is stopping");
        }
    }

    private static void awaitSlice(URI uri, CompletableFuture<?> end, long nanos) throws Passing {
        try {
            end.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException gone) {
                throw new Passing("no answer from " + uri + ": " + gone, gone);
            }
            throw new IllegalStateException("cannot fetch " + uri, e.getCause());
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

    /** Waits, and says whether there is still time and somebody who wants it. */
    private boolean goesOn(Duration wait, long deadline) {
        long left = deadline - ticker.nanos();
        if (left <= 0 || closed.isDone()) {
            return false;
        }
        try {
            closed.get(Math.min(left, wait.toNanos()), TimeUnit.NANOSECONDS);
            return false;
        } catch (TimeoutException e) {
            return deadline - ticker.nanos() > 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException("closing does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.complete(null);
    }

    /** A failure that may be over in a moment. */
    private static final class Passing extends Exception {
        private static final long serialVersionUID = 1L;

        Passing(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
