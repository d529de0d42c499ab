package org.cosmofab.orchestrator.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.security.Authenticated;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDescriptionTest {

    @Test
    void theApiSaysWhatItIsAndUnderWhichLicence() {
        given().queryParam("format", "json")
                .get("/api/v1/openapi")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Cosmofab"))
                .body("info.license.name", equalTo("AGPL-3.0-or-later"))
                .body("tags.name", hasItems("members", "machines", "materials"));
    }

    @Test
    void idsAreDescribedAsTheTextThatTheyAre() {
        given().queryParam("format", "json")
                .get("/api/v1/openapi")
                .then()
                .body("components.schemas.MachineId.type", equalTo("string"))
                .body("components.schemas.LotId.type", equalTo("string"));
    }

    @Test
    void thePathsOfTheseRoomsAreThere() {
        Set<String> paths = given().queryParam("format", "json")
                .get("/api/v1/openapi")
                .<java.util.Map<String, Object>>path("paths")
                .keySet();

        assertThat(paths)
                .contains(
                        "/api/v1/login",
                        "/api/v1/logout",
                        "/api/v1/me",
                        "/api/v1/tokens",
                        "/api/v1/parties",
                        "/api/v1/machines",
                        "/api/v1/machines/{id}",
                        "/api/v1/materials",
                        "/api/v1/lots");
    }

    @Test
    void pagesAreNotPartOfTheApi() {
        assertThat(paths().keySet())
                .filteredOn(path -> !path.startsWith("/faulty"))
                .allMatch(path -> path.startsWith("/api/v1/") || path.startsWith("/agent/v1/"));
    }

    /** All rooms, but for the resources that tests add. */
    @Test
    void everyOperationIsDescribed() {
        Set<String> ids = new HashSet<>();
        operations()
                .forEach((name, operation) ->
                        assertThat(described(operation, ids)).as(name).isEmpty());

        assertThat(ids).hasSizeGreaterThan(40);
    }

    @Test
    void whoMayAskIsWhatIsEnforced() {
        operations().forEach((name, operation) -> {
            Method method = method((String) operation.get("operationId"));
            boolean agents = roles(method).contains("AGENT");
            List<String> expected =
                    isPublic(method) ? List.of() : agents ? List.of("agent") : List.of("token", "session");

            assertThat(schemes(operation)).as(name).isEqualTo(expected);
        });
        assertThat(ofDescription("components.securitySchemes").keySet())
                .containsExactlyInAnyOrder("token", "session", "agent");
    }

    @Test
    void everyProblemsTypeLeadsToItsMeaning() {
        Map<String, Object> problem = ofDescription("components.schemas.Problem.properties");
        assertThat(problem).containsKeys("type", "title", "status", "detail", "instance");
        String type = given().get("/api/v1/machines/nowhere").path("type");

        given().get(type)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("There is no such machine"));
    }

    private static List<String> described(Map<String, Object> operation, Set<String> ids) {
        List<String> missing = new ArrayList<>();
        if (!(operation.get("operationId") instanceof String id) || !ids.add(id)) {
            missing.add("operation id of its own");
        }
        if (operation.get("summary") == null || operation.get("tags") == null) {
            missing.add("summary and tag");
        }
        Map<String, Object> responses = map(operation.get("responses"));
        boolean answers = responses.entrySet().stream()
                .anyMatch(e -> e.getKey().equals("204")
                        || e.getKey().equals("202")
                        || e.getKey().startsWith("2") && hasSchema(map(e.getValue())));
        if (!answers) {
            missing.add("an answer with a schema");
        }
        if (!String.valueOf(responses.get("default")).contains("#/components/responses/Problem")) {
            missing.add("problems");
        }
        return missing;
    }

    private static boolean hasSchema(Map<String, Object> response) {
        return !map(response.get("content")).isEmpty()
                && map(response.get("content")).values().stream()
                        .allMatch(type -> !map(map(type).get("schema")).isEmpty());
    }

    private static List<String> schemes(Map<String, Object> operation) {
        List<String> schemes = new ArrayList<>();
        if (operation.get("security") instanceof List<?> requirements) {
            requirements.forEach(each -> schemes.addAll(map(each).keySet()));
        }
        return schemes;
    }

    private static boolean isPublic(Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return true;
        }
        boolean restricted =
                method.isAnnotationPresent(RolesAllowed.class) || method.isAnnotationPresent(Authenticated.class);
        return !restricted && method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }

    private static List<String> roles(Method method) {
        RolesAllowed roles = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        return roles == null ? List.of() : List.of(roles.value());
    }

    private static Method method(String operationId) {
        String[] names = operationId.split("_", 2);
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.cosmofab.orchestrator")
                        .stream()
                        .filter(type -> type.getSimpleName().equals(names[0]))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> method.getName().equals(names[1]) && !method.isSynthetic())
                        .findFirst()
                        .orElseThrow();
    }

    /** By method and path; resources of tests have no tag. */
    private static Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        paths().forEach((path, methods) -> {
            if (!path.contains("-test") && !path.contains("faulty")) {
                map(methods).forEach((verb, operation) -> operations.put(verb + " " + path, map(operation)));
            }
        });
        return operations;
    }

    private static Map<String, Object> paths() {
        return ofDescription("paths");
    }

    private static Map<String, Object> ofDescription(String place) {
        return given().queryParam("format", "json").get("/api/v1/openapi").path(place);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
