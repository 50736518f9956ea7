// The real binary as a process: started, signalled, waited for, its words collected.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace asepsim::testing {

class Program {
 public:
  /// Starts `command`; its first word is looked up in PATH unless it has a slash.
  explicit Program(const std::vector<std::string>& command) {
    std::array<int, 2> out{}, err{};
    if (pipe(out.data()) != 0 || pipe(err.data()) != 0) throw std::runtime_error("no pipe");
    child_ = fork();
    if (child_ == 0) become(command, out[1], err[1]);
    close(out[1]);
    close(err[1]);
    out_reader_ = std::thread([this, fd = out[0]] { read_all(fd, out_); });
    err_reader_ = std::thread([this, fd = err[0]] { read_all(fd, err_); });
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program() {
    if (!waited_) {
      kill(child_, SIGKILL);
      wait();
    }
  }

  void interrupt() const { send(SIGINT); }
  void send(int signal) const { kill(child_, signal); }

  /// The exit code, or -signal.
  int wait() {
    int status = 0;
    waitpid(child_, &status, 0);
    waited_ = true;
    out_reader_.join();
    err_reader_.join();
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

  /// Complete after wait().
  [[nodiscard]] const std::string& out() const { return out_; }
  [[nodiscard]] const std::string& err() const { return err_; }

 private:
  static void become(const std::vector<std::string>& command, int out, int err) {
    dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    std::vector<char*> words;
    for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execvp(words[0], words.data());
    _exit(127);
  }

  static void read_all(int fd, std::string& to) {
    std::array<char, 4096> piece{};
    for (ssize_t n = 0; (n = read(fd, piece.data(), piece.size())) > 0;) {
      to.append(piece.data(), static_cast<std::size_t>(n));
    }
    close(fd);
  }

  pid_t child_ = -1;
  bool waited_ = false;
  std::string out_, err_;
  std::thread out_reader_, err_reader_;
};

}  // namespace asepsim::testing
