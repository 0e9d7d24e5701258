package org.tongban.api;

import org.tongban.catalogue.Example;
import org.tongban.catalogue.Item;
import org.tongban.identity.Applicant;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A service's own examples as bodies of the API. */
final class FilingBodies {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FilingBodies() {}

    static ObjectNode check(Example example) {
        var filing = example.filing();
        var body = JSON.createObjectNode();
        body.set("applicant", applicant(filing.applicant()));
        if (filing.agent() != null) {
            var agent = applicant(filing.agent());
            if (filing.relation() != null) {
                agent.put("relation", filing.relation().label());
            }
            body.set("agent", agent);
        }
        body.set("places", JSON.<JsonNode>valueToTree(filing.places()));
        body.put("mode", filing.mode() == null ? null : filing.mode().chinese());
        body.set("answers", JSON.<JsonNode>valueToTree(filing.answers()));
        body.set("materials", JSON.<JsonNode>valueToTree(filing.materials()));
        body.set("unavailable", JSON.<JsonNode>valueToTree(filing.unavailable()));
        return body;
    }

    /** Everything required is handed in on paper or exempt; insisting keeps the point of the test on the course of the case. */
    static ObjectNode submission(Item item, Example example) {
        var body = check(example);
        body.put("item", item.id());
        var materials = JSON.createObjectNode();
        example.filing().materials().forEach(key -> materials.set(key, JSON.createArrayNode()));
        body.set("materials", materials);
        body.put("insist", true);
        return body;
    }

    static ObjectNode applicant(Applicant applicant) {
        var node = JSON.createObjectNode()
                .put("name", applicant.name())
                .put("phone", applicant.phone())
                .put("region", applicant.region());
        return switch (applicant) {
            case Person p -> person(p, node);
            case Organisation o ->
                node.put("kind", "organisation")
                        .put("uscc", o.uscc().text())
                        .put("form", o.form())
                        .put("agentName", o.agentName());
        };
    }

    private static ObjectNode person(Person person, ObjectNode node) {
        node.put("kind", "person");
        if (person.idNumber() != null) {
            node.put("idNumber", person.idNumber().text());
        } else {
            node.put("identityType", person.identityType()).put("identityNumber", person.identityNumber());
        }
        if (person.birthDate() != null) {
            node.put("birthDate", person.birthDate().toString());
        }
        return person.sex() == null ? node : node.put("sex", person.sex().chinese());
    }
}
