package org.tongban.places;

/** 机构联系方式: where an office is and when it is open, as told to applicants; empty where nobody has said. */
public record OfficeDetails(String address, String phone, String hours) {

    static final OfficeDetails UNKNOWN = new OfficeDetails("", "", "");
}
