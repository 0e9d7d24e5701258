package org.tongban.web.applicant;

/**
 * 不对的预填值: what somebody says is wrong.
 *
 * @param value as the record has it
 * @param organ who keeps the record
 * @param back the question it answers
 */
public record WrongValue(String label, String value, String origin, String organ, String back) {}
