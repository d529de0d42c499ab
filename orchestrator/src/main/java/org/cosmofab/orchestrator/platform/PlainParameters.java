package org.cosmofab.orchestrator.platform;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Refuses control characters in the texts of paths, queries and forms, as {@link KernelJson} does in bodies. */
@Provider
class PlainParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == String.class ? (ParamConverter<T>) new Plain() : null;
    }

    private static final class Plain implements ParamConverter<String> {

        @Override
        public String fromString(String value) {
            if (value != null && value.chars().anyMatch(Character::isISOControl)) {
                throw new WebApplicationException(Response.Status.BAD_REQUEST);
            }
            return value;
        }

        @Override
        public String toString(String value) {
            return value;
        }
    }
}
