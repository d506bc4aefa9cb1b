// The parts of line editing that have to be written in C: libedit's variadic calls, the standard
// streams, the signal handlers and the character reader. Everything else is in Swift.

#ifndef CLINEEDITOR_H
#define CLINEEDITOR_H

#include <histedit.h>

// MARK: Text

/// Columns of a character on the terminal; negative when the locale does not know it.
int le_character_width(unsigned int code_point);

/// Makes the process's character type locale UTF-8, and nothing else of the locale.
/// Returns 1 when text is now handled as UTF-8, 0 when no such locale could be set.
int le_use_utf8_locale(void);

// MARK: The editor

typedef unsigned char (*le_command)(EditLine *, int);
typedef char *(*le_prompt_source)(EditLine *);

/// Opens libedit on the three standard streams. NULL when it cannot be opened.
EditLine *le_open(const char *program_name);

/// Emacs keys, our character reader, no signal handling by libedit, Ctrl-C and Ctrl-S as keys.
int le_configure(EditLine *editor, void *client_data);

/// What was given to le_configure.
void *le_client_data(EditLine *editor);

/// The prompt function, with byte 1 marking the beginning and end of escape sequences.
int le_set_prompt(EditLine *editor, le_prompt_source source);

/// Adds a command that keys can be bound to. libedit keeps both strings for good.
int le_add_command(EditLine *editor, const char *name, const char *help, le_command command);

/// Binds a key in the main key map, or (for vi's command mode) in the alternative one.
int le_bind(EditLine *editor, const char *key, const char *command);
int le_bind_alternative(EditLine *editor, const char *key, const char *command);

/// 1 while libedit edits, 0 after `edit off` in the user's file.
int le_is_editing(EditLine *editor);

/// 1 when the user's file asked for vi keys.
int le_uses_vi_keys(EditLine *editor);

/// Paints prompt and line again, taking the cursor to be at the start of an unused row.
void le_refresh(EditLine *editor);

// MARK: History

/// A history without a size limit of its own (the caller keeps it short). NULL without memory.
History *le_history_open(void);
void le_history_attach(EditLine *editor, History *history);
void le_history_add(History *history, const char *line);
void le_history_clear(History *history);

// MARK: The terminal

/// Writes through the stream that libedit uses, so that the two stay in order.
void le_write(const char *text);
void le_flush(void);

/// Columns and rows of the terminal on a descriptor. Returns 0 when there is none.
int le_terminal_size(int descriptor, int *columns, int *rows);

/// Between these two calls the terminal is libedit's: a deadly signal puts it back first.
/// `prompt_columns` is the prompt's width; `understands_escapes` is 0 for a dumb terminal.
void le_begin_editing(int prompt_columns, int understands_escapes);
void le_end_editing(void);

// MARK: Signals

/// Installs the handlers for SIGINT, SIGWINCH, SIGCONT, the signals that end a process, and
/// crashes. A signal that was ignored when the process started stays so. Later calls do nothing.
void le_install_signal_handlers(void);

/// Waits for input or one of our signals. They get through only while waiting, so that one which
/// comes just before is not missed. Returns 1 to read, 0 to look at the flags and try again.
int le_wait_for_input(void);

/// Whether the window's size has changed since the last call.
int le_take_resized(void);

int le_interrupted(void);
void le_clear_interrupted(void);

/// SIGPIPE is ignored between these two calls.
void le_ignore_broken_pipe(void);
void le_restore_broken_pipe(void);

// MARK: Between the C files

int le_resized(void);
int le_take_continued(void);
void le_prepare_terminal(EditLine *editor);
void le_mark_editing(int understands_escapes);
int le_read_character(EditLine *editor, wchar_t *character);

#endif
