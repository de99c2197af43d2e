package kontor.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Shows in a service's OpenAPI document what the platform adds to its operations: headers, lists, problems, access. */
final class ApiDocument implements OpenApiCustomizer, OperationCustomizer {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    private final String service;

    ApiDocument(String service) {
        this.service = service;
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, IfMatch.class, ListRequest.class)
                .addResponseWrapperToIgnore(Sent.class);
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(new Info().title("Kontor " + service).version("v1"));
        if (document.getComponents() == null) {
            document.components(new Components());
        }
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSchemas(PROBLEM, problem());
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        @Nullable Access access = handler.getMethodAnnotation(Access.class);
        if (access != null) {
            List<Who> allowed = List.of(access.value());
            operation.addExtension("x-access", allowed.stream().map(Who::name).toList());
            if (!allowed.contains(Who.ANYONE)) {
                operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            }
        }
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == IfMatch.class) {
                operation.addParametersItem(
                        header("If-Match", "The ETag last read.").required(true));
            }
            @Nullable Listing listing = parameter.getParameterAnnotation(Listing.class);
            if (listing != null) {
                // A table of the same list, which has an own handler, is the same operation.
                parametersOf(listing)
                        .filter(offered -> !isNamed(operation, offered.getName()))
                        .forEach(operation::addParametersItem);
            }
        }
        if (handler.hasMethodAnnotation(PostMapping.class)) {
            operation.addParametersItem(header("Idempotency-Key", "New for each new request (G-26)."));
        }
        operation.getResponses().addApiResponse("default", refusal());
        return operation;
    }

    private static boolean isNamed(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(known -> parameter.equals(known.getName()));
    }

    private static Stream<Parameter> parametersOf(Listing listing) {
        List<String> sorts = Arrays.stream(listing.sort())
                .map(sort -> sort.replaceFirst("^-", ""))
                .flatMap(field -> Stream.of(field, "-" + field))
                .toList();
        IntegerSchema limit = new IntegerSchema();
        limit.minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(ListRequests.MOST))
                .setDefault(ListRequests.DEFAULT_LIMIT);
        StringSchema sort = new StringSchema();
        sort._enum(sorts).setDefault(listing.sort()[0]);
        return Stream.concat(
                Arrays.stream(listing.filters()).map(name -> query(name, new ArraySchema().items(new StringSchema()))),
                Stream.of(
                        query("limit", limit),
                        query("cursor", new StringSchema()),
                        query("sort", sort),
                        query("count", new BooleanSchema())));
    }

    private static Parameter query(String name, Schema<?> schema) {
        return new Parameter().in("query").name(name).schema(schema);
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).description(description).schema(new StringSchema());
    }

    private static ApiResponse refusal() {
        return new ApiResponse()
                .description("A problem (RFC 9457)")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty("pointer", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("code", new StringSchema())
                .addProperty("errors", new ArraySchema().items(fault));
    }
}
