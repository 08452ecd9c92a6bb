package dealscope.web.mcp;

/**
 * What a tool answers.
 *
 * @param data for programs, by the tool's output schema
 * @param words the same for a reader, in Markdown
 */
record Answer(Object data, String words) {}
