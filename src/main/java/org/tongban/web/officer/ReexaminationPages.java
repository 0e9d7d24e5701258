package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.RefusedFiling;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Submission;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Mode;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 重新审查页: a closed case stays as it is; a new one with the same filing is linked to it and examined afresh. */
@Controller
@RequestMapping("/desk/cases/{number}/re-examination")
@Door.Only(Role.OFFICER)
class ReexaminationPages {
    private static final String REASON = "reason";
    private static final int REASON_MAX = 2000;

    private final Templates templates;
    private final Casebook casebook;
    private final Casework casework;
    private final Catalogue catalogue;
    private final CaseHeads heads;
    private final Regions regions;

    ReexaminationPages(
            Templates templates,
            Casebook casebook,
            Casework casework,
            Catalogue catalogue,
            CaseHeads heads,
            Regions regions) {
        this.templates = templates;
        this.casebook = casebook;
        this.casework = casework;
        this.catalogue = catalogue;
        this.heads = heads;
        this.regions = regions;
    }

    @GetMapping
    Reply ask(Page page, @PathVariable String number, Actor by) {
        var file = casebook.open(CasePaths.id(number), by).file();
        return CaseSheets.reexaminable(file, by)
                ? Reply.show(templates.officerReexamination(page, heads.of(file), Filled.empty(regions), List.of()))
                : Reply.seeOther(CasePaths.of(number));
    }

    @PostMapping
    Reply open(
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Actor by,
            HttpServletRequest request) {
        var opened = casebook.open(CasePaths.id(number), by);
        if (!CaseSheets.reexaminable(opened.file(), by)) {
            return Reply.seeOther(CasePaths.of(number));
        }
        var why = reason.strip();
        boolean again = request.getParameter("show") != null;
        if (again || why.isEmpty() || why.length() > REASON_MAX) {
            var errors = again ? Map.<String, String>of() : Map.of(REASON, "请写明为什么重新审查，不超过 " + REASON_MAX + " 个字");
            var filled = new Filled(Map.of(REASON, List.of(why)), errors, regions);
            var shown = templates.officerReexamination(page, heads.of(opened.file()), filled, List.of());
            return again ? Reply.show(shown) : Reply.again(shown);
        }
        try {
            var file = casework.submit(submission(opened, by), by);
            tell(file, why, by);
            Notice.of("已经另立一件，与原办件相互关联").keep(request);
            return Reply.seeOther(CasePaths.of(file.number().toString()));
        } catch (RefusedFiling e) {
            return refused(page, opened.file(), why, problems(e));
        } catch (RefusedMove e) {
            return refused(
                    page,
                    opened.file(),
                    why,
                    List.of(e.refusal().text() + e.refusal().next()));
        }
    }

    /** The applicant reads why in the new case; a repeat of the same request tells it only once. */
    private void tell(Casefile file, String why, Actor by) {
        if (file.revision() == 1) {
            casework.act(file.casefileId(), 1, Act.of(Move.WRITE, Map.of("text", "本机关决定重新审查。原因：" + why)), by);
        }
    }

    private Reply refused(Page page, Casefile file, String why, List<String> problems) {
        var filled = new Filled(Map.of(REASON, List.of(why)), Map.of(), regions);
        return Reply.again(templates.officerReexamination(page, heads.of(file), filled, problems));
    }

    private static List<String> problems(RefusedFiling refused) {
        var problems = new ArrayList<String>();
        refused.check().refusals().forEach(one -> problems.add("不符合条件：" + one.text()));
        refused.check().fieldErrors().forEach(one -> problems.add(one.text()));
        if (refused.check().competentOffice() == null) {
            problems.add("没有找到有权办理的机构。");
        }
        return problems;
    }

    /** The same filing by the rules of today; the files stay in the case that they were handed in with. */
    private Submission submission(Casebook.Opened opened, Actor by) {
        var file = opened.file();
        var filed = opened.filed();
        var materials = new LinkedHashMap<String, List<String>>();
        filed.materials().keySet().forEach(key -> materials.put(key, List.of()));
        var filing = new Filing(
                filed.who(),
                filed.agentPerson(),
                filed.relationOf(),
                file.places(),
                Mode.valueOf(file.mode()),
                filed.answers(),
                materials.keySet(),
                Set.of());
        var request = "re-examination " + file.number() + " " + file.revision() + " " + by.office();
        return new Submission(
                catalogue.item(file.itemId()),
                filing,
                materials,
                List.of(),
                List.of(),
                true,
                request,
                "desk",
                file.casefileId());
    }
}
