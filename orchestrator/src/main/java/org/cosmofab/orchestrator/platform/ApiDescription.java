package org.cosmofab.orchestrator.platform;

import io.quarkus.security.Authenticated;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cosmofab.orchestrator.members.Role;
import org.cosmofab.orchestrator.members.Sessions;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says in the API's description what holds for all of it: who may ask, read from the same annotations that are enforced, and
 * that every answer which is no success is a problem.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final String AGENT = "agent";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_REF = "#/components/responses/" + PROBLEM;

    /** By operation id: class and method. */
    private final Map<String, AnnotationInstance> access = new HashMap<>();

    /**
     * @param index of the application's classes
     */
    public ApiDescription(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            for (MethodInfo method : type.methods()) {
                access(method, type).ifPresent(found -> access.put(type.simpleName() + "_" + method.name(), found));
            }
        }
    }

    private static Optional<AnnotationInstance> access(MethodInfo method, ClassInfo type) {
        return Stream.of(PermitAll.class, RolesAllowed.class, Authenticated.class)
                .filter(method::hasAnnotation)
                .findFirst()
                .map(method::annotation)
                .or(() -> Stream.of(PermitAll.class, RolesAllowed.class, Authenticated.class)
                        .filter(type::hasDeclaredAnnotation)
                        .findFirst()
                        .map(type::declaredAnnotation));
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components
                .addSecurityScheme(
                        TOKEN, http("bearer", "A token that a login issued to a program, at /api/v1/tokens."))
                .addSecurityScheme(AGENT, http("basic", "An agent's id and secret; for the paths of agents only."))
                .addSecurityScheme(
                        SESSION,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(Sessions.COOKIE)
                                .description("The session of a person's browser, opened at /api/v1/login."))
                .addSchema(PROBLEM, problem())
                .addResponse(PROBLEM, answer()));
    }

    @Override
    public Operation filterOperation(Operation operation) {
        AnnotationInstance found = access.get(operation.getOperationId());
        boolean open = found != null && found.name().toString().equals(PermitAll.class.getName());
        operation.setSecurity(null);
        if (!open) {
            secure(operation, found);
        }
        operation
                .getResponses()
                .addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM_REF));
        return operation;
    }

    private static void secure(Operation operation, @Nullable AnnotationInstance found) {
        boolean agents = found != null
                && found.value() != null
                && List.of(found.value().asStringArray()).contains(Role.AGENT.name());
        for (String scheme : agents ? List.of(AGENT) : List.of(TOKEN, SESSION)) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(scheme));
        }
        operation
                .getResponses()
                .addAPIResponse("401", OASFactory.createAPIResponse().ref(PROBLEM_REF));
        operation
                .getResponses()
                .addAPIResponse("403", OASFactory.createAPIResponse().ref(PROBLEM_REF));
    }

    private static SecurityScheme http(String scheme, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(scheme)
                .description(description);
    }

    private static Schema problem() {
        Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        Schema number = OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457. Further members are facts of that kind of problem.")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", number)
                .addProperty("detail", text)
                .addProperty("instance", text);
    }

    private static APIResponse answer() {
        return OASFactory.createAPIResponse()
                .description("No success; its type leads to a page that says what it means and what to do.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }
}
