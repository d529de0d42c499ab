package org.cosmofab.orchestrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The workshop's API as any client sees it: JSON over HTTP with a token. */
final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private final String token;

    /** The API said no, with its problem. */
    static final class Problem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        Problem(int status, String title, String detail) {
            super(detail.isEmpty() ? title : title + ": " + detail);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    Api(String address, String token) {
        this.address = address;
        this.token = token;
    }

    JsonNode get(String path) throws InterruptedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) throws InterruptedException {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = json.readTree(response.body().isBlank() ? "{}" : response.body());
            if (response.statusCode() >= 300) {
                throw new Problem(
                        response.statusCode(),
                        body.path("title").asText("status " + response.statusCode()),
                        body.path("detail").asText(""));
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException("the workshop does not answer", e);
        }
    }
}
