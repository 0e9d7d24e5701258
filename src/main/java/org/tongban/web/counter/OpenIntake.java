package org.tongban.web.counter;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.tongban.casework.Drafts;
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Asked;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.PlaceRule;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;

/**
 * 正在收的一件: a clerk's draft with its service, who came and what is filled in, for one request.
 *
 * @param read the service's form as typed so far
 * @param asked what the service asks with these answers
 * @param filing what would be handed in now
 */
public record OpenIntake(
        Drafts.Draft stored,
        Item item,
        Intake intake,
        Present present,
        Answers read,
        Asked asked,
        Filing filing,
        Actor by) {
    static final String PLACE = "place.";
    public static final String MODE = "handling.mode";

    public UUID id() {
        return stored.id();
    }

    public Instant savedAt() {
        return stored.savedAt();
    }

    public int version() {
        return stored.version();
    }

    public String path(String step) {
        return "/counter/drafts/" + stored.id() + "/" + step;
    }

    public Applicant applicant() {
        return Objects.requireNonNull(present.applicant());
    }

    /** Places that the service's file leaves to the applicant, as questions. */
    public static List<Field> places(Item item) {
        return item.places().stream()
                .filter(place -> place.region() == null)
                .<Field>map(place -> new Field.RegionCode(new Field.About(
                        PLACE + place.role(),
                        label(place.role(), place.text()),
                        place.role().equals(PlaceRule.HANDLED_BY)
                                || place.role().equals(PlaceRule.APPLY_AT),
                        null,
                        place.text(),
                        null,
                        Field.Purpose.RULE)))
                .toList();
    }

    private static String label(String role, String text) {
        return switch (role) {
            case PlaceRule.APPLY_AT -> "申请地";
            case PlaceRule.HANDLED_BY -> "办理地";
            case "from" -> "转出地（迁出地）";
            case "to" -> "转入地（迁入地）";
            default -> text;
        };
    }

    /** Every question of the form page. */
    static List<Field> questions(Item item) {
        var all = new java.util.ArrayList<>(places(item));
        all.addAll(item.form());
        return all;
    }

    /** Of what a page sent, only what belongs to its questions. */
    static Map<String, List<String>> own(Item item, Map<String, List<String>> sent) {
        var own = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (name.equals(MODE) || questions(item).stream().anyMatch(field -> belongs(name, field.key()))) {
                own.put(name, values);
            }
        });
        return own;
    }

    static boolean belongs(String name, String key) {
        return name.equals(key) || name.startsWith(key + "-") || name.startsWith(key + "[");
    }

    static Map<String, String> placesOf(Item item, Map<String, List<String>> typed) {
        var places = new LinkedHashMap<String, String>();
        for (var place : item.places()) {
            var chosen = String.join("", typed.getOrDefault(PLACE + place.role(), List.of()));
            if (place.region() == null && !chosen.isEmpty()) {
                places.put(place.role(), chosen);
            }
        }
        return places;
    }

    /** The service's usual mode where only one is possible or none was chosen yet. */
    static Mode modeOf(Item item, Map<String, List<String>> typed) {
        var chosen = String.join("", typed.getOrDefault(MODE, List.of()));
        return item.modes().stream()
                .filter(mode -> mode.name().equals(chosen))
                .findFirst()
                .orElseGet(() -> item.modes().contains(Mode.RECEIVED_ELSEWHERE)
                        ? Mode.RECEIVED_ELSEWHERE
                        : item.modes().getFirst());
    }

    public Mode mode() {
        return modeOf(item, intake.typed());
    }

    /** How a material came: as the clerk said, else as far as it shows. */
    public Handing way(Material material) {
        var said = intake.way(material.key());
        if (said != null) {
            return said;
        }
        if (!intake.files(material.key()).isEmpty()) {
            return Handing.SCANNED;
        }
        return material.exemptBy() == null ? Handing.MISSING : Handing.SPARED;
    }

    /** Whether a change of this answer can change what else is asked, or what the precheck says. */
    public boolean decides(Field field) {
        return field.about().purpose() == Field.Purpose.RULE
                || item.form().stream().anyMatch(other -> mentions(other.when(), field.key()))
                || item.materials().stream().anyMatch(material -> mentions(material.when(), field.key()));
    }

    private static boolean mentions(@org.jspecify.annotations.Nullable String when, String key) {
        return when != null && when.contains(key);
    }
}
