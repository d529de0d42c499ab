package org.cosmofab.orchestrator.web;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Browsers of people, with their sessions; they follow no redirects, so that tests see them. */
@Singleton
public class Visitors {
    private URI root = URI.create("http://localhost/");
    private final Map<String, Map<String, String>> sessions = new ConcurrentHashMap<>();

    RequestSpecification nobody() {
        return given().redirects().follow(false).accept("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
    }

    /** Somebody who is logged in; nobody if the name is empty. */
    RequestSpecification as(String login) {
        return login.isEmpty() ? nobody() : nobody().cookies(sessions.computeIfAbsent(login, this::enter));
    }

    /** As a browser sends a form that is on one of our own pages. */
    RequestSpecification own(RequestSpecification request) {
        return request.header("Origin", origin());
    }

    Response logIn(String login, String password, String to) {
        return own(nobody())
                .formParam("login", login)
                .formParam("password", password)
                .formParam("to", to)
                .post("/login");
    }

    /** Where the pages are. */
    void come(URI address) {
        root = address;
    }

    String origin() {
        return "http://" + root.getAuthority();
    }

    int port() {
        return root.getPort();
    }

    private Map<String, String> enter(String login) {
        return logIn(login, StagedPeople.PASSWORD, "/").getCookies();
    }
}
