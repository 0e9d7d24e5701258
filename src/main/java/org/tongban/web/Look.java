package org.tongban.web;

/**
 * 版面: how pages are shown to this visitor.
 *
 * @param elder 长者版: large text and targets (policy D-31, D-32), kept in a cookie
 * @param demo whether everybody and everything here is made up; each page says so
 */
public record Look(Language language, boolean elder, boolean demo) {}
