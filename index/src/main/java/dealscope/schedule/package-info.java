/** x */
@org.jspecify.annotations.NullMarked
package dealscope.schedule;
