package org.tongban.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.identity.Door;
import org.tongban.places.Office;
import org.tongban.places.Offices;
import org.tongban.places.Region;
import org.tongban.places.Regions;

/** 区划和机构接口: regions by GB/T 2260, and the offices that work there by rule or by name. */
@RestController
@RequestMapping("/api/v1")
@Door.Open
class PlacesApi {
    private static final int PAGE = 100;

    private final Offices offices;
    private final Regions regions;

    PlacesApi(Offices offices, Regions regions) {
        this.offices = offices;
        this.regions = regions;
    }

    /** 机构列表（接口）. */
    record OfficePage(List<Office> offices, @Nullable String cursor) {}

    @GetMapping("/offices")
    OfficePage offices(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor) {
        if (region == null && kind == null) {
            throw new BadRequest("region", "请给出 region 或 kind");
        }
        var page = offices.list(region, kind, cursor, PAGE);
        return new OfficePage(page, page.size() < PAGE ? null : page.getLast().code());
    }

    /** The provinces, or what lies directly in one region. */
    @GetMapping("/regions")
    List<Region> regions(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String q) {
        if (q != null && !q.isBlank()) {
            return regions.search(q, PAGE);
        }
        return parent == null ? regions.provinces() : regions.children(parent);
    }
}
