package org.tongban.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.identity.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 接口说明页: shows the contract at {@code /api/openapi.json} to people. */
@Controller
@Door.Open
public class ApiPages {
    static final String CONTRACT = "/api/openapi.json";

    /** 接口: one operation of the contract. */
    public record Operation(String method, String path, List<String> parameters, String body, List<String> answers) {}

    private final OpenApiWebMvcResource contract;
    private final Templates templates;
    private final JsonMapper json = JsonMapper.builder().build();

    ApiPages(Templates templates, OpenApiWebMvcResource contract) {
        this.templates = templates;
        this.contract = contract;
    }

    @GetMapping("/api/docs")
    Reply docs(Page page, HttpServletRequest request) throws JsonProcessingException {
        var document = json.readTree(contract.openapiJson(request, CONTRACT, Locale.SIMPLIFIED_CHINESE));
        var operations = new ArrayList<Operation>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return Reply.show(templates.api(page, operations));
    }

    private static Operation operation(String path, String method, JsonNode node) {
        var parameters = new ArrayList<String>();
        node.path("parameters")
                .forEach(p -> parameters.add(
                        p.path("name").asString() + (p.path("required").asBoolean() ? " *" : "")));
        var answers = new ArrayList<String>();
        node.path("responses").properties().forEach(r -> answers.add(r.getKey() + " " + schema(r.getValue())));
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, parameters, schema(node.path("requestBody")), answers);
    }

    /** The name of the schema of a body, or nothing. */
    private static String schema(JsonNode body) {
        var schema = body.path("content").properties().stream()
                .findFirst()
                .map(c -> c.getValue().path("schema"))
                .orElse(null);
        if (schema == null) {
            return "";
        }
        var named = schema.has("$ref") ? schema : schema.path("items");
        var name = named.path("$ref").asString("");
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
