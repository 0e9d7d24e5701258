package org.tongban.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.identity.Door;
import org.tongban.places.Office;
import org.tongban.places.OfficeKinds;
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
    private final OfficeKinds kinds;
    private final Regions regions;

    PlacesApi(Offices offices, OfficeKinds kinds, Regions regions) {
        this.offices = offices;
        this.kinds = kinds;
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
        requireRegion("region", region);
        if (kind != null && kinds.find(kind).isEmpty()) {
            throw new BadRequest("kind", "没有这种机构：" + kind + "；机构类型见各事项的 offices");
        }
        if (cursor != null && offices.byCode(cursor).isEmpty()) {
            throw new BadRequest("cursor", "cursor 要用上一页给出的值");
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
        requireRegion("parent", parent);
        return parent == null ? regions.provinces() : regions.children(parent);
    }

    private void requireRegion(String key, @Nullable String code) {
        if (code != null && regions.find(code).isEmpty()) {
            throw new BadRequest(key, "没有这个行政区划：" + code + "；请用六位区划代码，如 320104");
        }
    }
}
