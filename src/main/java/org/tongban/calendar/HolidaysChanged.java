package org.tongban.calendar;

/**
 * 节假日安排已变更: published inside the transaction that enters a year; due dates that reach into it, and all that were
 * provisional, are to be computed again (policy L-54).
 */
public record HolidaysChanged(int year) {}
