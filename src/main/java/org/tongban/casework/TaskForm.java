package org.tongban.casework;

/** 待办动作表单: what can be done about who has a task, and what it asks for. */
public record TaskForm(TaskMove move, MoveForm form) {}
