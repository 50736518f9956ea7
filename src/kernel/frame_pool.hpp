// The memory of coroutine frames.
//
// One pool belongs to one Simulation. Frames are kept in free lists by size class (64 bytes each),
// last freed first used, so that a steady simulation allocates nothing and the frame of a new
// process is still in the cache. A frame is preceded by the address of its pool, because a
// coroutine is freed without being told where it came from. Frames above `largest` bytes come from
// the heap. The pool must outlive its frames; it is not shared between threads.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace asepsim::kernel {

class FramePool {
 public:
  /// Largest frame, in bytes, that is kept in a free list.
  static constexpr std::size_t largest = 8192;

  FramePool() = default;
  FramePool(const FramePool&) = delete;
  FramePool& operator=(const FramePool&) = delete;

  /// Memory for a frame of `bytes`, aligned to 16 bytes.
  void* allocate(std::size_t bytes) {
    const std::size_t size_class = class_of(bytes);
    ++in_use_;
    if (size_class < classes && free_[size_class] != nullptr) {
      Block* block = free_[size_class];
      free_[size_class] = block->next;
      return owned(block);
    }
    return owned(fresh(size_class));
  }

  /// Gives a frame back to the pool it came from; `bytes` as in allocate().
  static void release(void* frame, std::size_t bytes) noexcept {
    Block* block = static_cast<Block*>(frame) - 1;
    FramePool& pool = *block->pool;
    const std::size_t size_class = class_of(bytes);
    --pool.in_use_;
    if (size_class >= classes) return give_to_system(block);
    block->next = pool.free_[size_class];
    pool.free_[size_class] = block;
  }

  /// Frames that are alive.
  [[nodiscard]] std::size_t in_use() const { return in_use_; }
  /// How often memory was asked from the system; constant in the steady state.
  [[nodiscard]] std::size_t system_allocations() const { return system_allocations_; }

 private:
  /// Stands before every frame; while the frame is free it links the free list.
  union alignas(16) Block {
    FramePool* pool;
    Block* next;
  };
  static constexpr std::size_t granule = 64;
  static constexpr std::size_t classes = (largest + sizeof(Block)) / granule + 1;

  static constexpr std::size_t class_of(std::size_t bytes) {
    return (bytes + sizeof(Block) + granule - 1) / granule;
  }

  void* owned(Block* block) {
    block->pool = this;
    return block + 1;
  }

  static void give_to_system(Block* block) noexcept;
  Block* fresh(std::size_t size_class);

  std::array<Block*, classes> free_{};
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* rest_ = nullptr;  // unused end of the last chunk
  std::size_t rest_bytes_ = 0;
  std::size_t in_use_ = 0;
  std::size_t system_allocations_ = 0;
};

}  // namespace asepsim::kernel
